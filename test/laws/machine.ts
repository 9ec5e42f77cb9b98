import fc from 'fast-check'
import type { DeliveryEvent, DeliveryState } from 'sms-delivery-state'
import type {
  DeliveryMachine,
  DeliveryMachineEvent,
  DeliverySnapshot,
} from 'sms-delivery-state/machine'
import { initialTransition, transition } from 'xstate'
import { largest, withoutUndefined } from '../naive/order.ts'
import { event } from './arbitraries.ts'

const ofOneAttempt = event.map(
  ({ messageId: _, attemptId: __, providerMessageId: ___, ...rest }): DeliveryEvent => rest,
)
const withTime = ofOneAttempt.filter(({ receivedAt }) => receivedAt !== undefined)
const withoutTime = ofOneAttempt.map(({ receivedAt: _, ...rest }): DeliveryEvent => rest)

/** The events of one attempt, timed by us. */
export const timedAttempt: fc.Arbitrary<DeliveryEvent[]> = fc
  .array(withTime, { maxLength: 7 })
  .map(inOrder)

/** The same, some of them without a time, or all timed by the provider alone. */
export const attempt: fc.Arbitrary<DeliveryEvent[]> = fc.oneof(
  { weight: 3, arbitrary: timedAttempt },
  { weight: 2, arbitrary: fc.array(ofOneAttempt, { maxLength: 7 }).map(inOrder) },
  { weight: 1, arbitrary: fc.array(withoutTime, { maxLength: 5 }).map(inOrder) },
)

/**
 * In the order in which they became known. The first brings what would correct a conclusion that
 * was drawn without it: the count of segments, the schedule, and that no receipts are expected.
 */
export function inOrder(events: readonly DeliveryEvent[]): DeliveryEvent[] {
  const time = timeIn(events)
  const isTimedTwin = (other: DeliveryEvent, of: DeliveryEvent) =>
    time(other) !== undefined && isRepeat(other, of)
  // By the provider's clock, what is claimed with a time and without has the time.
  const known = events.filter(
    (one) =>
      hasOurTime(events) ||
      time(one) !== undefined ||
      !events.some((other) => isTimedTwin(other, one)),
  )
  const [first, ...rest] = known.sort(
    (one, other) => (time(one) ?? -Infinity) - (time(other) ?? -Infinity) || 0,
  )
  if (!first) return []
  const count = largest(events.map(({ segment }) => segment?.count))
  const facts: DeliveryEvent = {
    status: 'pending',
    receivedAt: first.receivedAt,
    occurredAt: first.occurredAt,
    segment: count === undefined ? undefined : { index: 1, count },
    scheduledFor: largest(events.map(({ scheduledFor }) => scheduledFor)),
    receiptsExpected: events.some(({ receiptsExpected }) => receiptsExpected === false)
      ? false
      : undefined,
  }
  return [withoutUndefined(facts), first, ...rest]
}

function isRepeat({ status, segment }: DeliveryEvent, of: DeliveryEvent): boolean {
  return status === of.status && segment?.index === of.segment?.index
}

function hasOurTime(events: readonly DeliveryEvent[]): boolean {
  return events.some(({ receivedAt }) => receivedAt !== undefined)
}

/** When an event became known: by the provider's clock where no event of the attempt has ours. */
export function timeIn(
  events: readonly DeliveryEvent[],
): (event: DeliveryEvent) => number | undefined {
  return hasOurTime(events) ? ({ receivedAt }) => receivedAt : ({ occurredAt }) => occurredAt
}

/**
 * What the machine is sent: the events, and, where it has passed, the deadline after what is known
 * at the same instant.
 */
export function sent(
  events: readonly DeliveryEvent[],
  { closed, deadline }: DeliveryState,
): DeliveryMachineEvent[] {
  const time = timeIn(events)
  const claims = events.map((each): DeliveryMachineEvent => ({
    ...each,
    type: each.status,
    at: time(each),
  }))
  if (!closed || deadline === undefined) return claims
  const isLate = ({ at }: DeliveryMachineEvent) => at !== undefined && at > deadline
  return [
    ...claims.filter((each) => !isLate(each)),
    { type: 'deadline', at: deadline },
    ...claims.filter(isLate),
  ]
}

export function run(
  machine: DeliveryMachine,
  events: readonly DeliveryMachineEvent[],
  from?: DeliverySnapshot,
): DeliverySnapshot {
  return events.reduce(
    (snapshot, each) => transition(machine, snapshot, each)[0],
    from ?? initialTransition(machine)[0],
  )
}
