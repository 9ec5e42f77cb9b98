import { describe, expect, it } from 'vitest'
import { defineProvider } from '../../../src/providers/index.ts'

const { parse } = defineProvider({
  name: 'acme',
  shapes: [
    {
      id: 'id',
      status: 'status',
      code: 'code',
      eventId: 'event',
      reference: 'order',
      when: { to: /^$/ },
    },
    { id: 'id', recipient: 'number', status: 'status', when: { number: /./ } },
    { id: 'id', status: 'status', code: 'code', eventId: 'event', reference: 'order' },
  ],
  statuses: { DONE: 'delivered', BAD: 'undelivered' },
})
const PROBLEM = 'has a NUL or a lone surrogate, or is longer than 512 code units'

/** What a text that no database takes makes of a receipt that is right but for it. */
describe.each([
  ['a NUL', 'a\0b'],
  ['a lone surrogate', 'a\ud800'],
  ['513 code units', 'x'.repeat(513)],
  ['a megabyte', 'x'.repeat(1_000_000)],
])('%s', (_, text) => {
  it.each(['id', 'event'])('in %s gives no event', (field) => {
    const { events, issues } = parse({ id: '1', status: 'DONE', [field]: text })
    expect(events).toEqual([])
    expect(issues).toMatchObject([{ code: 'invalid', path: [field], received: text.slice(0, 512) }])
    expect(issues[0]?.message).toContain(PROBLEM)
  })

  it.each(['code', 'order'])('in %s is left out of the event', (field) => {
    const { events, issues } = parse({ id: '1', status: 'BAD', [field]: text })
    expect(events).toStrictEqual(parse({ id: '1', status: 'BAD' }).events)
    expect(issues).toMatchObject([{ code: 'invalid', path: [field], received: text.slice(0, 512) }])
  })

  it('in a word is no status', () => {
    expect(parse({ id: '1', status: text })).toMatchObject({
      events: [],
      issues: [{ code: 'unrecognized-status' }],
    })
  })

  it('in a recipient gives no event', () => {
    const { events, issues } = parse({ id: '1', status: 'DONE', number: text })
    expect([events, issues.map(({ code }) => code)]).toEqual([[], ['invalid']])
  })
})

it('an id and a recipient that are short, but long together, give no event', () => {
  const half = '1'.repeat(300)
  expect(parse({ id: half, status: 'DONE', number: half })).toMatchObject({
    events: [],
    issues: [{ path: ['id'] }],
  })
  expect(
    parse({ id: half, status: 'DONE', number: half }, { recipientKey: () => 'k' }).events,
  ).toMatchObject([{ providerMessageId: `${half}:k` }])
})

it('512 code units and whole surrogate pairs can be stored', () => {
  const id = '😀'.repeat(256)
  expect(parse({ id, status: 'DONE' }).events).toMatchObject([{ providerMessageId: id }])
})
