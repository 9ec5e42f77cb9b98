import { CONFIRMATIONS } from '../event/event.ts'
import { compareText } from '../event/order.ts'
import { DELIVERED, FAILED, has, NEGATIVES, strongestOf } from '../event/precedence.ts'
import type { Trail } from '../evidence/ledger.ts'
import { OUTCOMES, STATUSES } from '../event/status.ts'
import type { Policy } from '../policy/policy.ts'
import { NO_ATTEMPT, type AttemptCase, type Case } from './case.ts'
import { isDelivered } from './claims.ts'
import type { AttemptState, DeliveryState } from './delivery-state.ts'
import { earlier, nothing, reachedBy, setMilestones, type Reached } from './milestones.ts'
import { rulesOf, type Rules, type Standing } from './standing.ts'
import { viewAt, type View } from './view.ts'

type Draft<State> = { -readonly [Field in keyof State]: State[Field] }

/** The state of a resolved message under a policy at an instant. */
export function judge(message: Case, policy: Policy, now: number): DeliveryState {
  const { ledger, attempts, start } = message
  const instant = Math.max(now, ledger.lastReceivedAt)
  const rules = rulesOf(policy, start + policy.window)
  const view = viewAt(message, policy, rules, instant)
  const { standings, shown, closed, slow, action, key } = view

  const reached = attempts.map((attempt, i) => reachedIn(attempt, standings[i]!))
  const states = attempts.map((attempt, i) => attemptState(attempt, standings[i]!, reached[i]!))
  const reviewAt = reviewOf(message, policy, rules, view, instant)

  const state: Draft<DeliveryState> = {
    ...(states[standings.indexOf(shown)] ?? attemptState(NO_ATTEMPT, shown, nothing())),
    policy: policy.name,
    outcome: OUTCOMES[STATUSES[shown.status]!],
    closed,
    slow,
    advice: { action, duplicateRisk: !isProvedFailed(attempts, message.deliveryClaimed) },
    attempts: states,
    key,
  }
  if (reached.length > 1) setMilestones(state, reached.reduce(earlier))
  if (ledger.messageId !== undefined) state.messageId = ledger.messageId
  if (start < Infinity) {
    state.windowStart = start
    state.deadline = rules.deadline
  }
  if (reviewAt < Infinity) state.reviewAt = reviewAt
  if (ledger.lastReceivedAt > -Infinity) state.lastReceivedAt = ledger.lastReceivedAt
  return state
}

/** The next instant at which time alone changes what is shown; `Infinity` where none does. */
function reviewOf(message: Case, policy: Policy, rules: Rules, view: View, instant: number): number {
  const candidates = [Math.min(view.slowAt, rules.deadline), Math.max(view.slowAt, rules.deadline)]
  for (const later of candidates) {
    if (later <= instant || later === Infinity) continue
    const then = viewAt(message, policy, rules, later)
    if (then.key !== view.key || then.shown.settled !== view.shown.settled || then.slow !== view.slow) return later
  }
  return Infinity
}

function attemptState(attempt: AttemptCase, { status, settled, since, by }: Standing, reached: Reached): AttemptState {
  const { id, trails, claims, failure, slots, start, blind } = attempt
  const state: Draft<AttemptState> = {
    providerMessageIds: providerMessageIdsOf(trails),
    status: STATUSES[status]!,
    settled,
    strongest: STATUSES[strongestOf(claims.statuses | 1)]!,
    conflict: slots.some((slot) => slot && isDelivered(slot) && (slot.claimed & NEGATIVES) !== 0),
    receiptsExpected: !blind,
  }
  if (id !== undefined) state.attemptId = id
  const provider = smallestProvider(trails)
  if (provider !== undefined) state.provider = provider
  if (since < Infinity) state.since = since
  if (by !== undefined) state.by = by
  const confirmedBy = CONFIRMATIONS[slots.reduce((most, slot) => Math.max(most, slot?.confirmedBy[DELIVERED] ?? -1), -1)]
  if (confirmedBy !== undefined) state.confirmedBy = confirmedBy
  setMilestones(state, reached)
  if (start > -Infinity) state.startedAt = start
  if (failure !== undefined && status !== DELIVERED) state.failure = failure
  return state
}

/** Where the clock set the status, the deadline is when it was reached. */
function reachedIn(attempt: AttemptCase, { status, by, since }: Standing): Reached {
  const reached = reachedBy(attempt)
  if (by === 'clock') reached[status] = since
  return reached
}

function providerMessageIdsOf(trails: readonly Trail[]): string[] {
  const ids = new Set<string>()
  for (const { providerMessageId } of trails) if (providerMessageId !== undefined) ids.add(providerMessageId)
  return [...ids].sort(compareText)
}

function smallestProvider(trails: readonly Trail[]): string | undefined {
  let smallest: string | undefined
  for (const { provider } of trails) if (provider !== undefined && !(smallest !== undefined && smallest <= provider)) smallest = provider
  return smallest
}

/** No copy can be on the phone: everything that was tried is known to have failed, and nobody claims delivery. */
function isProvedFailed(attempts: readonly AttemptCase[], deliveryClaimed: boolean): boolean {
  return attempts.length > 0 && !deliveryClaimed && attempts.every(({ claims }) => has(FAILED, strongestOf(claims.statuses | 1)))
}
