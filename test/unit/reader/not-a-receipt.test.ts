import { describe, expect, it } from 'vitest'
import { anyProvider, defineProvider, twilio } from '../../../src/providers/index.ts'

const REQUEST = 'this is a whole request: pass its body, or await text() of a fetch Request'
const PROMISE = 'this is a promise: await it first'
const EMPTY =
  'this is an object without fields: is the body parsed? Pass its text, or use a body parser'
const body = { MessageSid: 'SM1', MessageStatus: 'sent' }

describe.each([twilio, anyProvider])(
  'a thing that is no receipt, with its remedy: $name',
  ({ name, parse }) => {
    it.each([
      ['a promise', Promise.resolve(body), PROMISE],
      ['an empty object', {}, EMPTY],
      ['an empty object without a prototype', Object.create(null), EMPTY],
      ['a request', { method: 'POST', url: '/dlr', headers: {}, body }, REQUEST],
      ['an event of a serverless function', { headers: {}, body: JSON.stringify(body) }, REQUEST],
      [
        'a fetch Request',
        new Request('https://example.org', { method: 'POST', body: 'x' }),
        REQUEST,
      ],
    ])('%s', (_, received, remedy) => {
      const { events, issues } = parse(received)
      expect(events).toEqual([])
      expect(issues).toHaveLength(1)
      expect(issues[0]?.message).toBe(`${name}: ${remedy}`)
      expect(issues[0]?.received).toBe(received)
    })

    it.each([[new Map()], [new Date()], [5], [{ body }], [{ url: '/' }]])(
      '%j has none of its own',
      (received) => {
        expect(parse(received).issues[0]?.message).not.toMatch(/: this is/)
      },
    )
  },
)

it('says each shape of a provider’s own receipts once', () => {
  const { parse } = defineProvider({
    name: 'acme',
    shapes: [
      { id: ['id', 'key'], status: 'state', when: { kind: 'dlr' } },
      { within: 'data.list[]', id: 'id', status: 'state' },
      { within: 'data.list[]', id: 'id', status: 'state', code: 'code' },
      { status: 'word', when: { 'meta.from': 'acme' } },
    ],
    statuses: { sent: 'sent' },
  })
  expect(parse(5).issues[0]?.message).toBe(
    'acme: not a receipt of a shape that we know: its receipts have id and state and kind, or data.list[].id and data.list[].state, or word and meta.from. ' +
      'Whose receipt this is, detect finds out',
  )
})
