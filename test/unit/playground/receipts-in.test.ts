import { describe, expect, it } from 'vitest'
import { read } from '../../../examples/playground/reading.ts'
import { receiptsIn } from '../../../examples/playground/receipts-in.ts'

const AT = Date.parse('2026-11-21T09:00:01Z')
const FORM = 'MessageSid=SM0b01&MessageStatus=sent'
const OBJECT = { MessageSid: 'SM0b01', MessageStatus: 'sent' }
const JSON_TEXT = JSON.stringify(OBJECT)
const SMPP =
  'id:7f3a sub:001 dlvrd:001 submit date:2611210900 done date:2611210900 stat:DELIVRD err:000 text:'

const found = (text: string) =>
  [...receiptsIn(text)].map(({ line, provider, context, body }) => ({
    line,
    provider,
    at: context.receivedAt,
    body,
  }))

describe('receipts in a text', () => {
  it.each([
    ['a form', FORM, FORM],
    ['JSON on one line', JSON_TEXT, OBJECT],
    ['JSON on many lines', JSON.stringify(OBJECT, null, 2), OBJECT],
    ['an array', `[${JSON_TEXT}]`, OBJECT],
    ['an array of texts', JSON.stringify([FORM]), FORM],
    ['an array on many lines', JSON.stringify([OBJECT], null, 2), OBJECT],
    ['an item', JSON.stringify({ body: FORM }), FORM],
    ['a form in a text of JSON', JSON.stringify({ payload: FORM }), FORM],
  ])('may be %s', (_, text, body) =>
    expect(found(text)).toMatchObject([{ provider: 'twilio', at: undefined, body }]),
  )

  it.each([
    ['ISO', `2026-11-21T09:00:01Z POST /sms ${FORM}`],
    ['ISO with an offset', `2026-11-21 10:00:01.000+0100 INFO body=${FORM}`],
    ['ISO without a zone', `[2026-11-21 09:00:01,000] INFO body="${FORM}"`],
    ['nginx', `10.0.0.1 - - [21/Nov/2026:09:00:01 +0000] "GET /sms?${FORM} HTTP/1.1" 204 0`],
    ['milliseconds', `1795251601000 ${JSON_TEXT}`],
    ['seconds', `1795251601 ${JSON_TEXT} took 3 ms`],
    ['an item', JSON.stringify({ receivedAt: '2026-11-21T09:00:01Z', body: OBJECT })],
    ['pino', JSON.stringify({ level: 30, time: AT, msg: 'in', req: { body: OBJECT } })],
    ['logfmt', `ts=2026-11-21T09:00:01Z msg=in body=${JSON.stringify(JSON_TEXT)}`],
    ['syslog', `<13>1 2026-11-21T09:00:01Z web app - - - ${JSON_TEXT}`],
  ])('may be within the line of a log, whose time is that of receipt: %s', (_, line) =>
    expect(found(line)).toMatchObject([{ provider: 'twilio', at: AT }]),
  )

  it('may be a text of SMPP behind the words of a log', () =>
    expect(found(`09:00 deliver_sm ${SMPP}`)).toMatchObject([{ provider: 'smpp', body: SMPP }]))

  it('are told with the line on which each begins', () => {
    const text = ['', FORM, JSON.stringify(OBJECT, null, 2), '', SMPP, 'hello'].join('\r\n')
    expect(found(text).map(({ line, provider }) => [line, provider])).toEqual([
      [2, 'twilio'],
      [3, 'twilio'],
      [8, 'smpp'],
      [9, undefined],
    ])
    const array = JSON.stringify([OBJECT, FORM, 7], null, 2)
    expect(found(array).map(({ line }) => line)).toEqual([2, 6, 7])
  })

  it('are there even where the array around them is broken', () => {
    const text = `[\n${JSON_TEXT},\n{ "MessageSid": "SM\n${JSON_TEXT}\n]`
    expect(found(text).map(({ line, provider }) => [line, provider])).toEqual([
      [2, 'twilio'],
      [3, undefined],
      [4, 'twilio'],
    ])
  })

  it.each([
    ['nothing', '', 0],
    ['blanks', ' \n\t\n', 0],
    ['brackets', '[[[[\n{{{{\n]]]]', 1],
    ['scalars', '[1,"a",null,true]', 4],
    ['an open quote', '{"a', 1],
    ['a null', 'null', 1],
    ['quotes', '"\\"\\\\"'.repeat(100), 1],
  ])('are counted whatever there is: %s', (_, text, count) =>
    expect(found(text)).toHaveLength(count),
  )

  it('are not looked for within a line that is too long to be one of a log', () => {
    const within = (length: number) => found(`${'a'.repeat(length)} body=${FORM}`)
    expect(within(1_000).map(({ provider }) => provider)).toEqual(['twilio'])
    expect(within(30_000).map(({ provider }) => provider)).toEqual([undefined])
  })
})

describe('what is read', () => {
  it('names the line of what it cannot read, and goes on', () => {
    const { events, issues, end } = read(
      [
        'MessageSid=SM0b01&MessageStatus=rerouted',
        JSON.stringify({ receivedAt: 'yesterday', body: FORM }),
        JSON.stringify({ provider: 'nobody', body: FORM }),
        JSON.stringify({ provider: 'smpp', body: FORM }),
        `2026-11-21T09:00:01Z ${FORM}`,
      ].join('\n'),
    )
    expect(issues.map(({ line, code }) => [line, code])).toEqual([
      [1, 'unrecognized-status'],
      [2, 'invalid'],
      [3, 'invalid'],
      [4, 'not-a-receipt'],
    ])
    expect(events).toMatchObject([{ providerMessageId: 'SM0b01', receivedAt: AT, ref: '4' }])
    expect(end).toBe(AT)
  })
})
