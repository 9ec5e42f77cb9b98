import { checkObject } from '../event/check.ts'
import { CONFIRMATIONS, SOURCES, type DeliveryEvent, type Segment } from '../event/event.ts'
import { FAILURE_REASONS, type Failure } from '../event/failure.ts'
import { omitUndefined } from '../event/omit-undefined.ts'
import { throwMisuse } from '../event/throw-misuse.ts'
import { STATUSES, type Status } from '../event/status.ts'
import { definePolicy } from '../policy/define-policy.ts'
import { ACTIONS, type Policy } from '../policy/policy.ts'
import { alert, notification, otp } from '../policy/presets.ts'
import type { Provider } from '../receipts/provider.ts'
import type { Arbitrary, ArbitraryLike, FastCheckLike } from './fast-check.ts'
import type { Receipt } from './raw-receipt.ts'
import { receipt, everyEventOf } from './receipt.ts'
import { START } from './scenario.ts'

/** What {@link arbitraries} gives. */
export interface Arbitraries {
  /**
   * An instant that matters: near `START`, and on both sides of what the policies of this library
   * wait for.
   */
  readonly instant: Arbitrary<number>
  /** Any lawful event of `message-1`; not every field is there. */
  readonly event: Arbitrary<DeliveryEvent>
  /** What may be known of one message: up to six events, of as many attempts as they name. */
  readonly message: Arbitrary<DeliveryEvent[]>
  /** The presets, and any other lawful policy. */
  readonly policy: Arbitrary<Policy>
  /** A receipt of a provider, of any kind that it can send. */
  readonly receipt: (provider: Provider) => Arbitrary<Receipt>
  /** One to six receipts of one message, which a provider sent. */
  readonly receipts: (provider: Provider) => Arbitrary<Receipt[]>
  /** The same items in any order, some of them more than once. */
  readonly arrivals: <Item>(items: readonly Item[]) => Arbitrary<Item[]>
}

/**
 * Arbitraries for property tests of your own. fast-check is handed in, and they are its own: its
 * functions take them as they are.
 *
 * @param fc fast-check, from version 4
 * @throws TypeError where `fc` is not fast-check
 * @example
 * ```ts
 * // import fc from 'fast-check'
 * const { message, policy, instant, arrivals } = arbitraries(fc)
 * const arrived = message.chain((events) => fc.tuple(fc.constant(events), arrivals(events)))
 * fc.assert(
 *   fc.property(arrived, policy, instant, ([events, others], flow, now) => reduce(events, flow, now).key === reduce(others, flow, now).key),
 * )
 * ```
 */
export function arbitraries(fc: FastCheckLike): Arbitraries {
  const where = 'arbitraries: '
  checkObject(fc, where, 'fc', 'Pass fast-check.')
  if (typeof fc.shuffledSubarray !== 'function')
    throwMisuse(where, 'fc', 'fast-check', fc, "Pass what import fc from 'fast-check' gives.")
  // What fast-check makes is its Arbitrary, of which the interface here tells the outside, and
  // ArbitraryLike the inside.
  return make(fc) as unknown as Arbitraries
}

const SECOND = 1_000
const DAY = 86_400_000

function make(fc: FastCheckLike) {
  const sometimes = <Value>(of: ArbitraryLike<Value>) => fc.option(of, { nil: undefined })
  const oneOf = <Value>(values: readonly Value[]) => fc.constantFrom(...values)

  // Few instants, so that they meet each other, and the deadlines.
  const edges = [otp, alert, notification].flatMap(({ window, slowAfter }) => [slowAfter, window])
  const instant = fc
    .tuple(oneOf([0, 0, ...edges]), fc.integer({ min: -2, max: 40 }))
    .map(([edge, seconds]) => START + edge + seconds * SECOND)

  const failure: ArbitraryLike<Failure> = fc
    .record({
      reason: oneOf(FAILURE_REASONS),
      code: sometimes(oneOf(['1', '2'])),
      permanent: sometimes(fc.boolean()),
    })
    .map(lawful)
  const segment = oneOf<Segment>([
    { index: 1, count: 2 },
    { index: 2, count: 2 },
    { index: 1 },
    { index: 3, count: 3 },
  ])

  const event: ArbitraryLike<DeliveryEvent> = fc
    .record<DeliveryEvent>({
      status: oneOf(STATUSES),
      receivedAt: sometimes(instant),
      occurredAt: sometimes(instant),
      messageId: fc.constant('message-1'),
      attemptId: sometimes(oneOf(['attempt-1', 'attempt-2'])),
      provider: sometimes(oneOf(['twilio', 'other'])),
      providerMessageId: sometimes(oneOf(['id-1', 'id-2'])),
      segment: sometimes(segment),
      source: sometimes(oneOf(SOURCES)),
      confirmedBy: sometimes(oneOf(CONFIRMATIONS)),
      failure: sometimes(failure),
      scheduledFor: sometimes(instant),
      receiptsExpected: sometimes(fc.boolean()),
      ref: sometimes(oneOf(['ref-1', 'ref-2'])),
    })
    .map(lawful)

  const mayBeTerminal: Status[] = ['unknown', 'expired', 'failed', 'undelivered']
  const terminal = fc
    .shuffledSubarray(mayBeTerminal, { minLength: 0, maxLength: 4 })
    .map((some): Status[] => [...some, 'delivered'])
  const policy = fc
    .record({
      base: oneOf([otp, alert, notification]),
      window: sometimes(fc.integer({ min: 1, max: 3 * DAY })),
      slowAfter: sometimes(fc.integer({ min: 1, max: DAY })),
      terminal: sometimes(terminal),
      silence: sometimes(oneOf(['expired', 'unknown'] as const)),
      maxAttempts: sometimes(fc.integer({ min: 1, max: 4 })),
      uncertain: sometimes(oneOf(ACTIONS)),
    })
    .map(({ base, uncertain, ...changes }) =>
      definePolicy(`some-${base.name}`, base, { ...changes, advice: { uncertain } }),
    )

  const receiptOf = (provider: Provider) =>
    fc
      .tuple(oneOf(everyEventOf(provider)), sometimes(instant))
      .map(([said, receivedAt]) => receipt(provider, { ...said, receivedAt }))

  return {
    instant,
    event,
    message: fc.array(event, { maxLength: 6 }),
    policy,
    receipt: receiptOf,
    receipts: (provider: Provider) => fc.array(receiptOf(provider), { minLength: 1, maxLength: 6 }),
    arrivals: <Item>(items: readonly Item[]) => {
      if (items.length === 0) return fc.constant<Item[]>([])
      const repeats = fc.array(oneOf(items), { maxLength: 3 })
      return repeats.chain((more) => {
        const all = [...items, ...more]
        return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })
      })
    },
  }
}

/** Without the fields that are left out. */
const lawful = <Value extends object>(value: Value): Value => omitUndefined(value)
