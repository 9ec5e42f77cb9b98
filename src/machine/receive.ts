import type { Milestones } from '../delivery/delivery-state.ts'
import { checkEvent } from '../event/checked-event.ts'
import { checkInstant } from '../event/instant.ts'
import { minDefined } from '../event/order.ts'
import { rankOf, stronger } from '../event/precedence.ts'
import type { DeliveryContext } from './delivery-context.ts'
import type { StatusEvent } from './machine-event.ts'
import { statusFrom, milestoneFrom, withSegment, type Segments } from './segments.ts'

/**
 * The context with one more claim, whatever the room. `where` begins the `TypeError` for an event
 * that is not as it should be.
 */
export function receive(
  context: DeliveryContext,
  received: StatusEvent,
  window: number,
  where: string,
): DeliveryContext {
  const { type } = received
  checkInstant(received.at, where, 'at')
  checkEvent({ ...received, status: type, receivedAt: received.at }, where)
  // `+ 0` makes 0 of -0.
  const at = received.at === undefined ? undefined : received.at + 0
  const event = { ...received, at, ...(received.occurredAt === 0 && { occurredAt: 0 }) }

  const segments = withSegment(context.segments, event)
  const claim = statusFrom(event, segments)
  return {
    ...context,
    ...milestone(context, event, segments),
    ...failure(context, event),
    ...timing(context, event, window),
    // The first claim tells who set the status even where it is pending, and so moves nothing.
    ...(context.by === undefined && { since: at, by: 'receipt' }),
    segments,
    strongest: rankOf(claim) > rankOf(context.strongest) ? claim : context.strongest,
    confirmedBy:
      type === 'delivered' ? stronger(context.confirmedBy, event.confirmedBy) : context.confirmedBy,
    receiptsExpected: context.receiptsExpected && event.receiptsExpected !== false,
  }
}

function milestone(context: DeliveryContext, event: StatusEvent, segments: Segments): Milestones {
  const { type } = event
  // A segment that arrived is no milestone of the whole.
  if (type === 'pending' || statusFrom(event, segments) !== type) return {}
  const field = `${type}At` as const
  return { [field]: minDefined(context[field], milestoneFrom(event, segments)) }
}

/** A reason goes before `unknown`, then the stronger claim, then the one that came first. */
function failure(
  context: DeliveryContext,
  { type, failure }: StatusEvent,
): Pick<DeliveryContext, 'failure' | 'failureOf'> {
  if (!failure) return {}
  const reasonRank = (reason: string | undefined): number => Number(reason === 'unknown')
  const order =
    reasonRank(context.failure?.reason) - reasonRank(failure.reason) ||
    rankOf(type) - rankOf(context.failureOf ?? type)
  return context.failure && order <= 0 ? {} : { failure, failureOf: type }
}

function timing(
  context: DeliveryContext,
  event: StatusEvent,
  window: number,
): Pick<DeliveryContext, 'scheduledFor' | 'windowStart' | 'deadline'> {
  const scheduledFor =
    Math.max(context.scheduledFor ?? -Infinity, event.scheduledFor ?? -Infinity) + 0
  const known = context.windowStart ?? event.at
  const windowStart = known === undefined ? undefined : Math.max(known, scheduledFor)
  return {
    scheduledFor: scheduledFor > -Infinity ? scheduledFor : undefined,
    windowStart,
    deadline: windowStart === undefined ? undefined : windowStart + window,
  }
}
