import type { Snapshot } from 'xstate'
import type { AttemptState, DeliveryState } from '../delivery/delivery-state.ts'
import { checkObject, checkOneOf } from '../event/check.ts'
import { checkInstant } from '../event/instant.ts'
import { throwMisuse } from '../event/throw-misuse.ts'
import { STATUSES } from '../event/status.ts'
import type { DeliverySnapshot } from './delivery-machine.ts'
import { NOTHING_KNOWN, type DeliveryContext } from './delivery-context.ts'
import { NO_SEGMENTS } from './segments.ts'
import { LATE } from './transitions.ts'

/** A machine's snapshot as it is stored: plain JSON. */
export type StoredSnapshot = Snapshot<unknown> &
  Pick<DeliverySnapshot, 'value' | 'context' | 'children' | 'historyValue'>

/**
 * Where the machine stands for the attempt that a state shows: for `createActor(machine, { snapshot
 * })`, or `machine.resolveState(snapshot)`. The state may come from JSON; the machine is to be of
 * the policy that it was reduced with. No entry action runs again, and what comes later leads where
 * it would have led an actor that was there from the start.
 *
 * A state does not hold which segments of a long text were delivered, nor does the snapshot: start
 * from the events where that matters.
 *
 * @throws TypeError for what is no state
 * @example
 * ```ts
 * const state = reduce([{ status: 'sent', receivedAt: 0 }], otp, 1_000)
 * const actor = createActor(createDeliveryMachine(otp), { snapshot: machineSnapshot(state) }).start()
 * actor.send({ type: 'delivered', at: 4_000 })
 * console.log(actor.getSnapshot().value) // → { open: 'delivered' }
 * ```
 */
export function machineSnapshot(state: DeliveryState): StoredSnapshot {
  const where = 'machineSnapshot: '
  const remedy = 'Pass what reduce gave.'
  checkObject(state, where, 'state', remedy)
  checkOneOf(STATUSES, state.status, where, 'state.status', remedy)
  checkOneOf([true, false], state.closed, where, 'state.closed', remedy)
  checkInstant(state.windowStart, where, 'state.windowStart')
  checkInstant(state.deadline, where, 'state.deadline')
  const isList: boolean = Array.isArray(state.attempts)
  if (!isList) throwMisuse(where, 'state.attempts', 'an array', state.attempts, remedy)
  for (const [i, attempt] of state.attempts.entries())
    checkObject(attempt, where, `state.attempts[${i}]`, remedy)
  const shown = state.attempts.find((attempt) => attempt.attemptId === state.attemptId)
  return {
    status: 'active',
    output: undefined,
    error: undefined,
    value: valueOf(state, shown?.settled === true),
    context: contextOf(state, shown),
    children: {},
    historyValue: {},
  }
}

function valueOf(state: DeliveryState, settled: boolean): DeliverySnapshot['value'] {
  const { status, closed, by, since = -Infinity, deadline = Infinity } = state
  if (!closed) return { open: status }
  const late =
    by === 'receipt' && since > deadline && !settled && LATE.find((each) => each === status)
  return { closed: late ? { late } : status }
}

/**
 * The attempt's fields: the milestones of a state are those of all attempts. The clock's milestone
 * is left out, since it is not a receipt's.
 */
function contextOf(
  { windowStart, deadline }: DeliveryState,
  shown: AttemptState | undefined,
): DeliveryContext {
  if (!shown) return NOTHING_KNOWN
  const {
    attemptId: _,
    provider,
    providerMessageIds,
    status,
    settled,
    conflict,
    startedAt,
    readAt,
    deliveryKnownAt,
    ...known
  } = shown
  return {
    ...known,
    ...(known.by === 'clock' && { [`${status}At`]: undefined }),
    failureOf: known.failure && known.strongest,
    windowStart,
    deadline,
    segments: NO_SEGMENTS,
  }
}
