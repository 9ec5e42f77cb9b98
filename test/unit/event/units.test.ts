import {
  apply,
  collect,
  merge,
  otp,
  reduce,
  reduceByMessage,
  stateOf,
  submission,
  timeline,
  type DeliveryEvent,
  type Policy,
} from 'sms-delivery-state'
import { canonical, twilio } from 'sms-delivery-state/providers'
import { describe, expect, test } from 'vitest'

const MS = 1_795_219_200_000
const SECONDS = MS / 1000
const MICROSECONDS = MS * 1000

const at = (receivedAt: number): DeliveryEvent => ({ status: 'sent', messageId: 'm', receivedAt })
const thrown = (call: () => unknown): string => {
  try {
    call()
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError)
    return (error as TypeError).message
  }
  throw new Error('nothing was thrown')
}

describe('instants of one clock in two units', () => {
  const evidence = collect([at(MS)])
  test.each<[name: string, call: () => unknown, field: string, unit: 'seconds' | 'microseconds']>([
    ['reduce', () => reduce([at(MS), at(SECONDS)], otp, MS), 'events[1].receivedAt', 'seconds'],
    ['reduce', () => reduce([at(MS)], otp, SECONDS), 'now', 'seconds'],
    ['reduce', () => reduce([at(SECONDS)], otp, MS), 'events[0].receivedAt', 'seconds'],
    ['reduce', () => reduce([at(MICROSECONDS)], otp, MS), 'events[0].receivedAt', 'microseconds'],
    ['reduce', () => reduce([at(MS)], otp, MICROSECONDS), 'now', 'microseconds'],
    ['collect', () => collect([at(SECONDS), at(MS)]), 'events[0].receivedAt', 'seconds'],
    ['timeline', () => timeline([at(MS)], otp, SECONDS), 'now', 'seconds'],
    ['reduceByMessage', () => reduceByMessage([at(MS)], otp, SECONDS), 'now', 'seconds'],
    ['stateOf', () => stateOf(evidence, otp, SECONDS), 'now', 'seconds'],
    [
      'stateOf',
      () => stateOf(collect([at(SECONDS)]), otp, MS),
      'evidence.events[0].receivedAt',
      'seconds',
    ],
    ['merge', () => merge(evidence, collect([at(SECONDS)])), 'events[1].receivedAt', 'seconds'],
    ['apply', () => apply(evidence, at(SECONDS), otp, MS), 'event.receivedAt', 'seconds'],
    [
      'apply',
      () => apply(collect([at(SECONDS)]), at(MS), otp, MS),
      'evidence.events[0].receivedAt',
      'seconds',
    ],
    ['apply', () => apply(undefined, at(MS), otp, MICROSECONDS), 'now', 'microseconds'],
  ])('%s says which is in another one', (name, call, field, unit) => {
    const message = thrown(call)
    expect(message).toMatch(new RegExp(`^sms-delivery-state: ${name}: `))
    expect(message).toContain(`${name}: ${field} must be in ms`)
    expect(message).toContain(
      `in ${unit}, it seems: ${unit === 'seconds' ? 'multiply' : 'divide'} by 1000`,
    )
  })

  test('small numbers are a test’s own, and the limits are exact', () => {
    expect(reduce([at(0), at(99_999_999)], otp, MS).lastReceivedAt).toBe(99_999_999)
    expect(() => reduce([at(1e8)], otp, MS)).toThrow('seconds')
    expect(reduce([at(1e8)], otp, 1e11 - 1).status).toBe('expired')
    expect(() => reduce([at(1e8)], otp, 1e11)).toThrow('seconds')
    expect(reduce([at(1e11)], otp, 1e14 - 1).status).toBe('expired')
    expect(() => reduce([at(1e11)], otp, 1e14)).toThrow('microseconds')
    expect(reduce([at(1e14)], otp, 1e14 + 1).status).toBe('sent')
    expect(reduce([at(-1e12)], otp, MS).status).toBe('expired')
  })

  test('what a provider says makes nothing throw', () => {
    const event = { ...at(MS), occurredAt: SECONDS, scheduledFor: MICROSECONDS }
    expect(reduce([event], otp, MS).sentAt).toBe(SECONDS)
  })
})

describe('what is no instant says what to write instead', () => {
  test.each<[value: unknown, remedy: string]>([
    [new Date(MS), 'Pass its .getTime().'],
    ['2026-11-21T09:00:00Z', 'Pass Date.parse(…) of it.'],
    [BigInt(MS), 'Pass Number(…) of it.'],
    [Promise.resolve(MS), 'Await it first.'],
  ])('%o', (value, remedy) => {
    expect(thrown(() => reduce([], otp, value as number))).toContain(remedy)
    expect(thrown(() => reduce([at(value as number)], otp, MS))).toContain(remedy)
    expect(thrown(() => submission({ messageId: 'm', receivedAt: value as number }))).toContain(
      remedy,
    )
  })

  test('a submission cannot do without its instant', () => {
    for (const receivedAt of [undefined, null])
      expect(
        thrown(() => submission({ messageId: 'm', receivedAt: receivedAt as unknown as number })),
      ).toContain('Pass Date.now().')
  })
})

test('-0 is 0 in the events of a submission and of a receipt', () => {
  const receipt = { status: 'sent', providerMessageId: 'p' }
  const events = [
    ...submission({ messageId: 'm', receivedAt: -0, scheduledFor: -0 }),
    ...canonical.parse(receipt, { receivedAt: -0 }).events,
    ...twilio.parse('MessageSid=SM1&MessageStatus=sent', { receivedAt: -0 }).events,
  ]
  for (const event of events)
    for (const value of Object.values(event)) expect(Object.is(value, -0)).toBe(false)
  expect(events.map(({ receivedAt }) => receivedAt)).toEqual([0, 0, 0])
})

describe('another thing in its place', () => {
  test('raw receipts: the error names reduceReceipts', () => {
    for (const raw of [
      'MessageSid=SM1',
      { MessageSid: 'SM1', MessageStatus: 'sent' },
      new Uint8Array(3),
    ])
      expect(thrown(() => reduce([raw] as unknown as DeliveryEvent[], otp, MS))).toContain(
        'reduceReceipts',
      )
  })

  test('a policy’s name: the error says what to import', () => {
    expect(thrown(() => reduce([], 'otp' as unknown as Policy, MS))).toContain(
      "import { otp } from 'sms-delivery-state'",
    )
  })

  test('a number as an id: the error says to make a text of it', () => {
    for (const id of [7, 7n])
      expect(
        thrown(() => reduce([{ ...at(MS), messageId: id as unknown as string }], otp, MS)),
      ).toContain(`got ${String(id)}${typeof id === 'bigint' ? 'n' : ''}. Pass String(…) of it.`)
  })

  test('an index, as `lists.map(collect)` passes it, is no option', () => {
    const lists: DeliveryEvent[][] = [[at(MS)], [at(MS + 1)]]
    expect((lists as unknown[]).map(collect as (value: unknown) => unknown)).toHaveLength(2)
  })
})

test('0 is 0, with either sign', () => {
  const event: DeliveryEvent = {
    status: 'delivered',
    receivedAt: -0,
    occurredAt: -0,
    scheduledFor: -0,
    read: true,
  }
  const events = [event]
  for (const state of [
    reduce(events, otp, -0),
    stateOf(collect(events), otp, -0),
    apply(undefined, event, otp, -0).state,
  ]) {
    for (const value of Object.values(state)) expect(Object.is(value, -0)).toBe(false)
  }
})

test('a deadline beyond all numbers is absent', () => {
  const state = reduce(
    [at(Number.MAX_VALUE)],
    { ...otp, window: Number.MAX_VALUE },
    Number.MAX_VALUE,
  )
  expect(state).not.toHaveProperty('deadline')
  expect(state.closed).toBe(false)
  expect(JSON.parse(JSON.stringify(state))).toEqual(state)
})
