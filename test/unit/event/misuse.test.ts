import {
  apply,
  collect,
  collectByMessage,
  merge,
  otp,
  parseReceipts,
  reduce,
  reduceByMessage,
  reduceReceipts,
  reduceReceiptsByMessage,
  stateOf,
  timeline,
  type DeliveryEvent,
  type Evidence,
  type Policy,
  type Provider,
} from 'sms-delivery-state'
import { describe, expect, test } from 'vitest'

/** A field, what stands in it, and how the message shows that, where it can. */
type Wrong = [field: string, value: unknown, got?: string]

const good: DeliveryEvent = { status: 'sent', receivedAt: 0, messageId: 'm' }
const evidence = collect([good])
const provider: Provider = { name: 'none', parse: () => ({ events: [], issues: [] }) }

/**
 * Each public function, by what it is handed; the place that its message names, up to the field.
 */
const withEvent: [place: string, call: (event: DeliveryEvent) => unknown][] = [
  ['collect: events[1].', (event) => collect([good, event])],
  ['collectByMessage: events[1].', (event) => collectByMessage([good, event])],
  ['reduce: events[1].', (event) => reduce([good, event], otp, 0)],
  ['reduceByMessage: events[1].', (event) => reduceByMessage([good, event], otp, 0)],
  ['timeline: events[1].', (event) => timeline([good, event], otp, 0)],
  ['apply: event.', (event) => apply(evidence, event, otp, 0)],
]
const withPolicy: [fn: string, call: (policy: Policy) => unknown][] = [
  ['stateOf', (policy) => stateOf(evidence, policy, 0)],
  ['reduce', (policy) => reduce([good], policy, 0)],
  ['reduceByMessage', (policy) => reduceByMessage([good], policy, 0)],
  ['apply', (policy) => apply(undefined, good, policy, 0)],
  ['timeline', (policy) => timeline([good], policy, 0)],
  ['reduceReceipts', (policy) => reduceReceipts(provider, [], policy, 0)],
  ['reduceReceiptsByMessage', (policy) => reduceReceiptsByMessage(provider, [], policy, 0)],
]
const withNow: [fn: string, call: (now: number) => unknown][] = [
  ['stateOf', (now) => stateOf(evidence, otp, now)],
  ['reduce', (now) => reduce([good], otp, now)],
  ['reduceByMessage', (now) => reduceByMessage([good], otp, now)],
  ['apply', (now) => apply(undefined, good, otp, now)],
  ['timeline', (now) => timeline([good], otp, now)],
  ['reduceReceipts', (now) => reduceReceipts(provider, [], otp, now)],
  ['reduceReceiptsByMessage', (now) => reduceReceiptsByMessage(provider, [], otp, now)],
]
const withEvidence: [fn: string, call: (evidence: Evidence) => unknown][] = [
  ['merge', (known) => merge(evidence, known)],
  ['stateOf', (known) => stateOf(known, otp, 0)],
  ['apply', (known) => apply(known, good, otp, 0)],
]
const withList: [place: string, call: (list: Iterable<DeliveryEvent>) => unknown][] = [
  ['collect: events', (list) => collect(list)],
  ['collectByMessage: events', (list) => collectByMessage(list)],
  ['reduce: events', (list) => reduce(list, otp, 0)],
  ['reduceByMessage: events', (list) => reduceByMessage(list, otp, 0)],
  ['timeline: events', (list) => timeline(list, otp, 0)],
  ['parseReceipts: receipts', (list) => parseReceipts(provider, list)],
  ['reduceReceipts: receipts', (list) => reduceReceipts(provider, list, otp, 0)],
  ['reduceReceiptsByMessage: receipts', (list) => reduceReceiptsByMessage(provider, list, otp, 0)],
]
const withProvider: [place: string, call: (provider: Provider) => unknown][] = [
  ['parseReceipts: provider', (one) => parseReceipts(one, [])],
  ['reduceReceipts: provider', (one) => reduceReceipts(one, [], otp, 0)],
  ['reduceReceiptsByMessage: provider', (one) => reduceReceiptsByMessage(one, [], otp, 0)],
]

const instants: Wrong[] = ['receivedAt', 'occurredAt', 'scheduledFor'].flatMap((field): Wrong[] => [
  [field, NaN, 'NaN'],
  [field, Infinity, 'Infinity'],
  [field, null, 'null'],
  [field, '1700000000000', '"1700000000000"'],
  [field, new Date(0), 'an object'],
  [field, 5n],
])
const ids: Wrong[] = ['messageId', 'attemptId', 'provider', 'providerMessageId', 'eventId'].flatMap(
  (field): Wrong[] => [
    [field, '', '""'],
    [field, null, 'null'],
    [field, 7, '7'],
  ],
)
const texts: Wrong[] = ['reference', 'ref', 'failure.code'].flatMap((field): Wrong[] => [
  [field, null, 'null'],
  [field, 7, '7'],
])
const flags: Wrong[] = ['receiptsExpected', 'failure.permanent'].flatMap((field): Wrong[] => [
  [field, null, 'null'],
  [field, 'no', '"no"'],
  [field, 0, '0'],
])
const words: Wrong[] = ['status', 'source', 'confirmedBy', 'failure.reason'].flatMap(
  (field): Wrong[] => [
    [field, null, 'null'],
    [field, 'DELIVRD', '"DELIVRD"'],
    [field, '__proto__', '"__proto__"'],
    [field, 'toString', '"toString"'],
    [field, 0, '0'],
  ],
)
const others: Wrong[] = [
  ['status', undefined, 'undefined'],
  ['status', 'x'.repeat(10_000)],
  ['failure.reason', undefined, 'undefined'],
  ['failure', null, 'null'],
  ['failure', 'network', '"network"'],
  ['segment', null, 'null'],
  ['segment', 1, '1'],
  ['segment.index', undefined, 'undefined'],
  ['segment.index', 0, '0'],
  ['segment.index', 1.5, '1.5'],
  ['segment.index', 256, '256'],
  ['segment.index', '1', '"1"'],
  ['segment.count', 0, '0'],
  ['segment.count', 256, '256'],
  ['segment.count', null, 'null'],
]

describe.each(withEvent)('%s', (place, call) => {
  test.each([...instants, ...ids, ...texts, ...flags, ...words, ...others])(
    '%s: %o',
    (field, value, got) => {
      expectMisuse(() => call(eventWith(field, value)), `${place}${field}`, got)
    },
  )

  test('segment.index above its count', () => {
    expectMisuse(
      () => call({ ...good, segment: { index: 3, count: 2 } }),
      `${place}segment.index`,
      '3',
    )
  })

  test.each([
    [null, 'null'],
    [undefined, 'undefined'],
    ['sent', '"sent"'],
    [() => good, 'a function'],
    [Object.assign(() => good, { toString: () => expect.fail('not data') }), 'a function'],
  ])('an event that is %o', (event, got) =>
    expectMisuse(() => call(event as unknown as DeliveryEvent), place.replace(/\.$/, ''), got),
  )

  test('a promise of an event', () => {
    expect(() => call(Promise.resolve(good) as unknown as DeliveryEvent)).toThrow(
      'must be an event, got a promise. Await it first.',
    )
  })

  test('255 segments are not too many', () =>
    expect(() => call({ ...good, segment: { index: 255, count: 255 } })).not.toThrow())
})

describe.each(withEvent.filter(([place]) => !place.includes('ByMessage')))('%s', (place, call) => {
  test('the id of another message', () =>
    expectMisuse(() => call({ ...good, messageId: 'n' }), `${fnOf(place)}: .*messageId`, '"n"'))
})

describe.each(withEvent.filter(([place]) => place.includes('ByMessage')))('%s', (place, call) => {
  test('neither message id nor provider id', () => {
    expectMisuse(
      () => call({ status: 'sent', attemptId: 'A' }),
      `${place}.*(m|M)essageId`,
      'undefined',
    )
  })
})

describe.each(withNow)('%s', (fn, call) => {
  test.each([
    [undefined, 'undefined'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity'],
    [null, 'null'],
    [new Date(0), 'an object'],
    ['0', '"0"'],
  ])('now: %o', (now, got) => expectMisuse(() => call(now as number), `${fn}: now`, got))
})

describe.each(withPolicy)('%s', (fn, call) => {
  const wrong: Wrong[] = [
    ['', undefined, 'undefined'],
    ['', null, 'null'],
    ['', 'otp', '"otp"'],
    ['.name', { ...otp, name: '' }, '""'],
    ['.window', { ...otp, window: 0 }, '0'],
    ['.window', { ...otp, window: undefined }, 'undefined'],
    ['.slowAfter', { ...otp, slowAfter: NaN }, 'NaN'],
    ['.silence', { ...otp, silence: 'failed' }, '"failed"'],
    ['.maxAttempts', { ...otp, maxAttempts: 0 }, '0'],
    ['.terminal', { ...otp, terminal: ['expired'] }, 'an array'],
    ['.advice', { ...otp, advice: null }, 'null'],
    ['.advice.open', { ...otp, advice: { ...otp.advice, open: 'panic' } }, '"panic"'],
    [
      '.advice.failed.network',
      { ...otp, advice: { ...otp.advice, failed: { ...otp.advice.failed, network: 'x' } } },
      '"x"',
    ],
  ]
  test.each(wrong)('policy%s: %o', (field, policy, got) =>
    expectMisuse(() => call(policy as Policy), `${fn}: policy${field}`, got),
  )

  test('a promise of a policy', () => {
    expect(() => call(Promise.resolve(otp) as unknown as Policy)).toThrow(
      `${fn}: policy must be a policy, got a promise. Await it first.`,
    )
  })

  test('a policy that was right and then changed', () => {
    const mine = { ...otp }
    call(mine)
    mine.window = -1
    expectMisuse(() => call(mine), `${fn}: policy.window`, '-1')
  })
})

describe.each(withEvidence)('%s', (fn, call) => {
  test.each<Wrong>([
    ['', null, 'null'],
    ['', 'evidence', '"evidence"'],
    ['.v', {}, 'undefined'],
    ['.v', { ...evidence, v: 3 }, '3'],
    ['.v', { ...evidence, v: '1' }, '"1"'],
  ])('evidence%s of %o', (field, known, got) =>
    expectMisuse(() => call(known as Evidence), `${fn}: evidence${field}`, got),
  )
})

describe.each(withList)('%s', (place, call) => {
  test.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [7, '7'],
    [{}, 'an object'],
    [good, 'an object'],
  ])('%o', (list, got) => expectMisuse(() => call(list as DeliveryEvent[]), place, got))
})

describe.each(withProvider)('%s', (place, call) => {
  test.each<Wrong>([
    ['', undefined, 'undefined'],
    ['', 'twilio', '"twilio"'],
    ['.parse', {}, 'undefined'],
  ])('%s of %o', (field, one, got) =>
    expectMisuse(() => call(one as Provider), `${place}${field}`, got),
  )
})

test.each<[unknown, string]>([
  ['m', 'options must be an object, got "m". Pass { messageId }.'],
  [{ messageID: 'm' }, 'options: each key must be one of messageId, got "messageID".'],
  [{ messageId: '' }, 'options.messageId must be a text that is not empty, got "".'],
])('options of %o', (options, message) =>
  expect(() => collect([good], options as { messageId: string })).toThrow(
    `sms-delivery-state: collect: ${message}`,
  ),
)

test('merge of two messages', () => {
  const other = collect([{ ...good, messageId: 'n' }])
  expect(() => merge(evidence, other)).toThrow(TypeError)
  expect(() => merge(evidence, other)).toThrow(
    /^sms-delivery-state: merge: .*messageId must be .*, got "\w"\. \S/,
  )
  expect(() => apply(evidence, { ...good, messageId: 'n' }, otp, 0)).toThrow(/messageId/)
})

test.each([
  ['collect', collect],
  ['reduce', (events: DeliveryEvent[]) => reduce(events, otp, 0)],
  ['timeline', (events: DeliveryEvent[]) => timeline(events, otp, 0)],
])('%s of two attempts that nothing ties to one message', (fn, call) => {
  const two: DeliveryEvent[] = ['A', 'B'].map((attemptId) => ({ status: 'sent', attemptId }))
  expectMisuse(() => call(two), `${fn}: events`, '"A"')
  expect(() => call(two)).toThrow(`Use ${fn === 'collect' ? fn : 'reduce'}ByMessage for several`)
  for (const untied of ['A', 'B']) {
    const one = two.map((event) =>
      event.attemptId === untied ? event : { ...event, messageId: 'm' },
    )
    expectMisuse(() => call(one), `${fn}: events`, `"${untied}"`)
  }
  expect(() => call(two.map((event) => ({ ...event, messageId: 'm' })))).not.toThrow()
})

/** One sentence that says where, what must hold and what came, and one that says what to do. */
function expectMisuse(call: () => unknown, place: string, got?: string): void {
  let error: unknown
  try {
    call()
  } catch (thrown) {
    error = thrown
  }
  expect(error).toBeInstanceOf(TypeError)
  const { message } = error as TypeError
  const [fn = '', field = ''] = place.split(': ')
  expect(message).toMatch(
    new RegExp(
      `^sms-delivery-state: (${fn}): ${field.replace(/[[\]]/g, '\\$&')}(?![A-Za-z]).* must be .+, got .+\\. [A-Z].*[.?]$`,
    ),
  )
  expect(message.length).toBeLessThan(400)
  if (got !== undefined) expect(message).toContain(`, got ${got}. `)
}

const fnOf = (place: string): string => place.split(':')[0] ?? ''

function eventWith(path: string, value: unknown): DeliveryEvent {
  const [field = '', inner] = path.split('.')
  if (inner === undefined) return { ...good, [field]: value }
  return {
    ...good,
    [field]: { ...(field === 'segment' ? { index: 1 } : { reason: 'network' }), [inner]: value },
  }
}
