import fc from 'fast-check'
import {
  ACTIONS,
  alert,
  CONFIRMATIONS,
  definePolicy,
  FAILURE_REASONS,
  notification,
  otp,
  SOURCES,
  STATUSES,
  type Action,
  type DeliveryEvent,
  type Failure,
  type Policy,
  type Segment,
} from 'sms-delivery-state'
import { naiveIsMisuse } from '../naive/index.ts'
import { withoutUndefined } from '../naive/order.ts'

// Few instants, ids and windows, all small: so they meet each other, and the deadline, all the
// time.

/** -0 among them, which is 0. */
export const instant = fc.oneof(
  { weight: 43, arbitrary: fc.integer({ min: -2, max: 40 }) },
  { weight: 2, arbitrary: fc.constant(-0) },
)

/** By code points U+FF5E goes first, and by code units U+1F4E8 does. */
const TILDE = '\uff5e'
const LETTER = '\u{1f4e8}'

const attemptId = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('A', 'B', 'X', '__proto__') },
  { weight: 1, arbitrary: fc.constantFrom(TILDE, LETTER) },
)
const providerMessageId = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('X', 'Y', 'A') },
  { weight: 1, arbitrary: fc.constantFrom(TILDE, LETTER) },
)
const reason = fc.constantFrom('unknown' as const, 'unreachable' as const, ...FAILURE_REASONS)

const failure: fc.Arbitrary<Failure> = fc.record(
  { reason, code: fc.constantFrom('1', '2', TILDE, LETTER), permanent: fc.boolean() },
  { requiredKeys: ['reason'], noNullPrototype: true },
)

const segment = fc.constantFrom<Segment[]>(
  { index: 1, count: 2 },
  { index: 2, count: 2 },
  { index: 1 },
  { index: 2 },
  { index: 1, count: 1 },
  { index: 3, count: 3 },
)

/** Any lawful event of the message `m`, whether it says so or not. */
export const event: fc.Arbitrary<DeliveryEvent> = fc
  .record(
    {
      status: fc.constantFrom(...STATUSES),
      receivedAt: sometimes(instant, 5),
      occurredAt: sometimes(instant, 1),
      messageId: sometimes(fc.constant('m'), 2),
      attemptId: sometimes(attemptId, 1),
      provider: sometimes(fc.constantFrom('x', 'y', TILDE, LETTER), 1),
      providerMessageId: sometimes(providerMessageId, 1),
      segment: sometimes(segment, 1),
      eventId: sometimes(fc.constantFrom('1', '2'), 0.2),
      source: sometimes(fc.constantFrom(...SOURCES), 0.2),
      confirmedBy: sometimes(fc.constantFrom(...CONFIRMATIONS), 0.5),
      failure: sometimes(failure, 0.7),
      scheduledFor: sometimes(instant, 0.2),
      receiptsExpected: sometimes(fc.boolean(), 0.4),
      reference: sometimes(fc.constant('order 7'), 0.1),
      ref: sometimes(fc.constantFrom('r1', 'r2'), 0.4),
      read: sometimes(fc.constant(true as const), 0.5),
    },
    { noNullPrototype: true },
  )
  .map(({ read, ...rest }) =>
    withoutUndefined({ ...rest, read: rest.status === 'delivered' ? read : undefined }),
  )

const untimed = event.map(({ receivedAt: _, ...rest }): DeliveryEvent => rest)
const ofM = (each: fc.Arbitrary<DeliveryEvent>) => each.map((one) => ({ ...one, messageId: 'm' }))

/** Any array of events, two messages in one included. */
export const anyEvents: fc.Arbitrary<DeliveryEvent[]> = fc.array(event, { maxLength: 5 })

/** The events of one message, as many attempts as they name. */
export const message: fc.Arbitrary<DeliveryEvent[]> = fc.oneof(
  { weight: 4, arbitrary: fc.array(ofM(event), { maxLength: 6 }) },
  { weight: 1, arbitrary: fc.array(ofM(untimed), { maxLength: 5 }) },
  { weight: 1, arbitrary: anyEvents.filter((events) => !naiveIsMisuse(events)) },
)

/**
 * A message of which each receipt names its attempt, so that no arrival time decides where one
 * belongs.
 */
export const namedMessage: fc.Arbitrary<DeliveryEvent[]> = fc.array(
  fc
    .tuple(ofM(event), attemptId)
    .map(([one, id]) =>
      one.attemptId === undefined && one.providerMessageId === undefined
        ? { ...one, attemptId: id }
        : one,
    ),
  { minLength: 1, maxLength: 6 },
)

/** The events of several messages, mixed; ids and keys meet each other. */
export const mixed: fc.Arbitrary<DeliveryEvent[]> = fc.array(
  fc
    .tuple(
      event,
      fc.constantFrom('m', 'n', 'x:X', ':Y', undefined, undefined),
      sometimes(fc.constantFrom('x', 'x:y', 'x%3Ay'), 1),
      fc.constantFrom('X', 'Y', 'y:X'),
    )
    .map(([{ messageId: _, ...rest }, messageId, provider, id]): DeliveryEvent =>
      withoutUndefined(
        messageId === undefined
          ? { ...rest, provider, providerMessageId: id }
          : { ...rest, messageId, provider },
      ),
    ),
  { maxLength: 7 },
)

const action = fc.constantFrom<Action[]>(...ACTIONS)
const span = fc.integer({ min: 1, max: 25 })
const failed = fc.record(Object.fromEntries(FAILURE_REASONS.map((each) => [each, action])), {
  requiredKeys: [],
})
const mayBeTerminal = fc.subarray([
  'unknown' as const,
  'expired' as const,
  'failed' as const,
  'undelivered' as const,
])

/** The three presets over small windows, and any other lawful policy. */
export const policy: fc.Arbitrary<Policy> = fc
  .record({
    base: fc.constantFrom(otp, alert, notification),
    times: fc.record({ window: span, slowAfter: span }),
    changes: fc.oneof(
      fc.constant({}),
      fc.record(
        {
          terminal: mayBeTerminal.map((some) => [...some, 'delivered' as const]),
          silence: fc.constantFrom('expired' as const, 'unknown' as const),
          maxAttempts: fc.integer({ min: 1, max: 3 }),
          advice: fc.record(
            {
              open: action,
              slow: action,
              sentBlind: fc.option(action, { nil: undefined }),
              delivered: action,
              uncertain: action,
              failed,
            },
            { requiredKeys: [] },
          ),
        },
        { requiredKeys: [] },
      ),
    ),
  })
  .map(({ base, times, changes }) =>
    definePolicy(`some ${base.name}`, base, { ...changes, ...times }),
  )

/** A message, its flow and an instant: near 0, in our years, and where sums round. */
export const world = fc
  .tuple(
    message,
    policy,
    instant,
    fc.constantFrom(-0, -0, 1.7e12, -1e15, 2 ** 53, 1e300, Number.MAX_VALUE),
  )
  .map(([events, flow, now, origin]) => ({
    events: events.map((one) => movedBy(one, origin)),
    flow,
    now: now + origin,
  }))
  // Where all instants become one, another attempt may be the first.
  .filter(({ events }) => !naiveIsMisuse(events))

/** By -0 an event stays as it is, -0 too. */
function movedBy(one: DeliveryEvent, origin: number): DeliveryEvent {
  const moved = (instant: number | undefined) =>
    instant === undefined ? undefined : instant + origin
  const { receivedAt, occurredAt, scheduledFor } = one
  return withoutUndefined({
    ...one,
    receivedAt: moved(receivedAt),
    occurredAt: moved(occurredAt),
    scheduledFor: moved(scheduledFor),
  })
}

/** The same events in some other order, some of them several times. */
export function arrivals(events: readonly DeliveryEvent[]): fc.Arbitrary<DeliveryEvent[]> {
  if (events.length === 0) return fc.constant([])
  return fc
    .array(fc.constantFrom(...events), { maxLength: 3 })
    .chain((repeats) => shuffled([...events, ...repeats.map((repeat) => ({ ...repeat }))]))
}

export function shuffled<Item>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length })
}

/** Each event in one of three parts, and some in another one as well. */
export function splits(events: readonly DeliveryEvent[]): fc.Arbitrary<DeliveryEvent[][]> {
  const places = fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 5 })), {
    minLength: events.length,
    maxLength: events.length,
  })
  return places.map((each) =>
    [0, 1, 2].map((part) =>
      events.filter((_, i) => each[i]?.[0] === part || each[i]?.[1] === part),
    ),
  )
}

/** A number for each event, from which a law makes its new times. */
export function draws(events: readonly unknown[]): fc.Arbitrary<number[]> {
  return fc.array(fc.nat({ max: 60 }), { minLength: events.length, maxLength: events.length })
}

/** `arbitrary`, or with a weight of 1 nothing at all. */
function sometimes<Value>(
  arbitrary: fc.Arbitrary<Value>,
  weight: number,
): fc.Arbitrary<Value | undefined> {
  return fc.oneof(
    { weight: weight * 10, arbitrary },
    { weight: 10, arbitrary: fc.constant(undefined) },
  )
}
