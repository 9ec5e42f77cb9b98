import { describe, expect, it } from 'vitest'
import { anyProvider, detect, providers, twilio } from '../../../src/providers/index.ts'

const callback = { MessageSid: 'SM1', MessageStatus: 'sent' }

describe('anyProvider', () => {
  it('reads each receipt as its own provider does', () => {
    const receipts = [
      callback,
      JSON.stringify(callback),
      { messages: [{ sid: 'SM2', status: 'sent' }] },
    ]
    expect(anyProvider.parse(receipts)).toStrictEqual(twilio.parse(receipts))
  })

  it.each([null, 'text', {}, { sid: 'SM1' }, { sid: 'CA1', status: 'failed' }])(
    'reads the good item of a list that begins with %j',
    (bad) => {
      const list = { messages: [bad, { sid: 'SM2', status: 'sent' }] }
      expect(detect(list)).toBe(twilio)
      expect(anyProvider.parse(list)).toStrictEqual(twilio.parse(list))
      expect(anyProvider.parse(list).events.at(-1)).toMatchObject({
        providerMessageId: 'SM2',
        status: 'sent',
      })
    },
  )

  it('says of each receipt that nobody sends that it could not be told whose it is', () => {
    const { events, issues } = anyProvider.parse([
      callback,
      { hello: 1 },
      '{',
      { MessageStatus: 'sent' },
    ])
    expect(events).toHaveLength(1)
    const message = 'any: no provider that we know sends this'
    expect(issues).toStrictEqual([
      { code: 'undetected-provider', message, received: { hello: 1 }, index: 1 },
      { code: 'undetected-provider', message, received: '{', index: 2 },
      { code: 'undetected-provider', message, received: { MessageStatus: 'sent' }, index: 3 },
    ])
  })

  it('lets the provider speak about what is wrong with its receipt', () => {
    expect(anyProvider.parse({ ...callback, MessageStatus: 'teleported' }).issues).toMatchObject([
      { code: 'unrecognized-status', message: expect.stringMatching(/^twilio: /) as unknown },
    ])
    expect(
      anyProvider.parse([{ ...callback, MessageStatus: 'teleported' }, 5]).issues[1]?.message,
    ).toMatch(/^any: /)
  })

  it('and the providers cannot be changed', () => {
    for (const each of [anyProvider, providers, twilio]) expect(Object.isFrozen(each)).toBe(true)
  })
})

describe('detect', () => {
  it('gives the provider of the first receipt that it knows', () => {
    expect(detect(callback)).toBe(twilio)
    expect(detect([{}, 5, [JSON.stringify(callback)]])).toBe(twilio)
    expect(detect({ messages: [{ sid: 'MM1', status: 'sent' }] })).toBe(twilio)
  })

  it.each([
    undefined,
    null,
    '',
    '{',
    {},
    [],
    [[[callback]]],
    { MessageSid: 'SM1' },
    { MessageStatus: 'sent' },
    { sid: 'XX1', status: 'sent' },
    { sid: 'SM1' },
    { messages: [] },
    { messages: [{ sid: 'XX1', status: 'sent' }] },
    { data: { messageSid: 'SM1' } },
  ])('does not guess about %j', (receipt) => expect(detect(receipt)).toBeUndefined())
})

describe('a getter that throws', () => {
  const throwing = { get: () => expect.fail('not data'), enumerable: true }
  const receipt = Object.defineProperty({ MessageStatus: 'sent' }, 'MessageSid', throwing)
  const list = Object.defineProperty([] as unknown[], 0, throwing)

  it.each([[receipt], [list], [[receipt]]])('holds nothing', (received) => {
    expect(twilio.parse(received)).toMatchObject({
      events: [],
      issues: [{ code: expect.any(String) as string }],
    })
    expect(anyProvider.parse(received)).toMatchObject({
      events: [],
      issues: [{ code: 'undetected-provider' }],
    })
    expect(detect(received)).toBeUndefined()
  })
})
