import * as z from 'zod'
import type { Advice, AttemptState, DeliveryState, Milestones } from '../delivery/delivery-state.ts'
import { OUTCOMES } from '../event/status.ts'
import { confirmation, failure, status } from './event.ts'
import { id, instant, type Fields } from './fields.ts'
import { action } from './policy.ts'

/** One of a state's attempts. */
export const attemptState: z.ZodType<AttemptState, AttemptState> = /* @__PURE__ */ attemptSchema()

/**
 * A state as `reduce` gives it. What it says is not judged again: for that, ask `stateOf` of the
 * evidence.
 */
export const deliveryState: z.ZodType<DeliveryState, DeliveryState> = /* @__PURE__ */ stateSchema()

function attemptSchema() {
  return z.object(attemptFields())
}

function stateSchema() {
  return z.object({
    ...attemptFields(),
    policy: id,
    messageId: id.optional(),
    outcome: z.enum(Object.values(OUTCOMES)),
    windowStart: instant.optional(),
    deadline: instant.optional(),
    closed: z.boolean(),
    slow: z.boolean(),
    reviewAt: instant.optional(),
    lastReceivedAt: instant.optional(),
    advice: z.object({
      action,
      key: z.string(),
      duplicateRisk: z.boolean(),
    } satisfies Fields<Advice>),
    attempts: z.array(attemptState),
    key: z.string(),
  } satisfies Fields<DeliveryState>)
}

function attemptFields() {
  const milestones = {
    acceptedAt: instant.optional(),
    queuedAt: instant.optional(),
    sentAt: instant.optional(),
    deliveredAt: instant.optional(),
    undeliveredAt: instant.optional(),
    failedAt: instant.optional(),
    expiredAt: instant.optional(),
    unknownAt: instant.optional(),
    readAt: instant.optional(),
    deliveryKnownAt: instant.optional(),
  } satisfies Fields<Milestones>
  return {
    ...milestones,
    attemptId: id.optional(),
    provider: id.optional(),
    providerMessageIds: z.array(id),
    status,
    settled: z.boolean(),
    since: instant.optional(),
    by: z.enum(['receipt', 'clock']).optional(),
    strongest: status,
    conflict: z.boolean(),
    confirmedBy: confirmation.optional(),
    startedAt: instant.optional(),
    failure: failure.optional(),
    receiptsExpected: z.boolean(),
  } satisfies Fields<AttemptState>
}
