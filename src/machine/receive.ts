import type { Milestones } from '../delivery/delivery-state.ts'
import { checkEvent } from '../event/checked-event.ts'
import { checkInstant } from '../event/instant.ts'
import { minDefined } from '../event/order.ts'
import { rankOf, stronger } from '../event/precedence.ts'
import type { DeliveryContext } from './delivery-context.ts'
import type { ClaimEvent } from './machine-event.ts'
import { claimOf, reachedBy, withPart, type Parts } from './parts.ts'

/** The context with one more claim, whatever the room. `where` begins the `TypeError` for an event that is not as it should be. */
export function receive(context: DeliveryContext, event: ClaimEvent, window: number, where: string): DeliveryContext {
  const { type, at } = event
  checkInstant(at, where, 'at')
  checkEvent({ ...event, status: type, receivedAt: at }, where)

  const parts = withPart(context.parts, event)
  const claim = claimOf(event, parts)
  return {
    ...context,
    ...milestone(context, event, parts),
    ...failure(context, event),
    ...timing(context, event, window),
    // The first claim tells who set the status even where it is pending, and so moves nothing.
    ...(context.by === undefined && { since: at, by: 'receipt' }),
    parts,
    strongest: rankOf(claim) > rankOf(context.strongest) ? claim : context.strongest,
    confirmedBy: type === 'delivered' ? stronger(context.confirmedBy, event.confirmedBy) : context.confirmedBy,
    receiptsExpected: context.receiptsExpected && event.receiptsExpected !== false,
  }
}

function milestone(context: DeliveryContext, event: ClaimEvent, parts: Parts): Milestones {
  const { type } = event
  // A part that arrived is no milestone of the whole.
  if (type === 'pending' || claimOf(event, parts) !== type) return {}
  const field = `${type}At` as const
  return { [field]: minDefined(context[field], reachedBy(event, parts)) }
}

/** A reason goes before `unknown`, then the stronger claim, then the one that came first. */
function failure(context: DeliveryContext, { type, failure }: ClaimEvent): Pick<DeliveryContext, 'failure' | 'failureOf'> {
  if (!failure) return {}
  const reasonRank = (reason: string | undefined): number => Number(reason === 'unknown')
  const order =
    reasonRank(context.failure?.reason) - reasonRank(failure.reason) || rankOf(type) - rankOf(context.failureOf ?? type)
  return context.failure && order <= 0 ? {} : { failure, failureOf: type }
}

function timing(
  context: DeliveryContext,
  event: ClaimEvent,
  window: number,
): Pick<DeliveryContext, 'scheduledFor' | 'windowStart' | 'deadline'> {
  const scheduledFor = Math.max(context.scheduledFor ?? -Infinity, event.scheduledFor ?? -Infinity)
  const known = context.windowStart ?? event.at
  const windowStart = known === undefined ? undefined : Math.max(known, scheduledFor)
  return {
    scheduledFor: scheduledFor > -Infinity ? scheduledFor : undefined,
    windowStart,
    deadline: windowStart === undefined ? undefined : windowStart + window,
  }
}
