import {
  collectByMessage,
  otp,
  reduce,
  reduceByMessage,
  type DeliveryEvent,
  type Policy,
} from 'sms-delivery-state'
import { expect, test } from 'vitest'

const keys = (...events: Partial<DeliveryEvent>[]) => [
  ...reduceByMessage(
    events.map((event) => ({ status: 'sent', ...event })),
    otp,
    0,
  ).keys(),
]

test('a message id is the key', () =>
  expect(keys({ messageId: 'm', provider: 'p', providerMessageId: 'X' })).toEqual(['m']))

test('else provider and provider id, or the id alone', () => {
  expect(keys({ provider: 'p', providerMessageId: 'X' })).toEqual(['p:X'])
  expect(keys({ providerMessageId: 'X' })).toEqual([':X'])
})

test('an event with both ids ties the others, wherever it stands', () => {
  const tie = { messageId: 'm', provider: 'p', providerMessageId: 'X' }
  const webhook = { provider: 'p', providerMessageId: 'X' }
  expect(keys(tie, webhook)).toEqual(['m'])
  expect(keys(webhook, tie)).toEqual(['m'])
  expect(keys({ ...webhook, provider: 'q' }, tie)).toEqual(['m', 'q:X'])
})

test('of several ties the smallest message id', () => {
  expect(
    keys(...['n', 'm', 'o'].map((messageId) => ({ messageId, providerMessageId: 'X' })), {
      providerMessageId: 'X',
    }),
  ).toEqual(['m', 'n', 'o'])
  const states = reduceByMessage(
    [
      { status: 'sent', messageId: 'n', providerMessageId: 'X' },
      { status: 'sent', messageId: 'm', providerMessageId: 'X' },
      { status: 'delivered', providerMessageId: 'X' },
    ],
    otp,
    0,
  )
  expect([...states].map(([key, { status }]) => [key, status])).toEqual([
    ['m', 'delivered'],
    ['n', 'sent'],
  ])
})

test('an id without a provider takes the provider of the others, if they all name the same one', () => {
  const [p, q, none] = ['p', 'q', undefined].map((provider) => ({
    provider,
    providerMessageId: 'X',
  }))
  expect(keys(p!, none!)).toEqual(['p:X'])
  expect(keys(none!, p!)).toEqual(['p:X'])
  expect(keys(p!, q!, none!)).toEqual([':X', 'p:X', 'q:X'])
  expect(keys(none!, { ...p!, messageId: 'm' })).toEqual(['m'])
})

test('a colon in the name of a provider joins no two messages', () => {
  const one = { provider: 'a:b', providerMessageId: 'c' }
  const other = { provider: 'a', providerMessageId: 'b:c' }
  expect(keys(one, other)).toEqual(['a%3Ab:c', 'a:b:c'])
})

test('keys come sorted by code points', () => {
  expect(keys(...['b', 'ä', 'a', 'Z', '__proto__'].map((messageId) => ({ messageId })))).toEqual([
    'Z',
    '__proto__',
    'a',
    'b',
    'ä',
  ])
})

test('each is the state of its own events', () => {
  const events: DeliveryEvent[] = [
    { status: 'sent', receivedAt: 0, messageId: 'm' },
    { status: 'failed', receivedAt: 1, messageId: 'n', attemptId: 'A' },
    { status: 'delivered', receivedAt: 2, messageId: 'm' },
  ]
  const states = reduceByMessage(events, otp, 9)
  expect(states.get('m')).toStrictEqual(reduce([events[0]!, events[2]!], otp, 9))
  expect(states.get('n')).toStrictEqual(reduce([events[1]!], otp, 9))
})

test('attempts that nothing but their provider’s id ties stay messages of their own', () => {
  expect(keys({ providerMessageId: 'X' }, { providerMessageId: 'Y' })).toEqual([':X', ':Y'])
})

test('an id that reads undefined is an id', () => {
  expect(
    keys({ messageId: 'm', provider: 'p' }, { provider: 'p', providerMessageId: 'undefined' }),
  ).toEqual(['m', 'p:undefined'])
})

test('a message’s policy that is none is named with its message', () => {
  expect(() =>
    reduceByMessage([{ status: 'sent', messageId: 'm' }], () => ({}) as Policy, 0),
  ).toThrow(/^sms-delivery-state: reduceByMessage: policy\("m"\)/)
})

test('nothing comes to nothing', () => {
  expect(reduceByMessage([], otp, 0).size).toBe(0)
  expect(collectByMessage(new Set()).size).toBe(0)
})
