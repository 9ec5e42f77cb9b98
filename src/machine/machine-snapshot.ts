import type { Snapshot } from 'xstate'
import type { DeliveryState } from '../delivery/delivery-state.ts'
import { checkObject, checkOneOf } from '../event/check.ts'
import { checkInstant } from '../event/instant.ts'
import { throwMisuse } from '../event/throw-misuse.ts'
import { STATUSES } from '../event/status.ts'
import type { DeliverySnapshot } from './delivery-machine.ts'
import { NOTHING_KNOWN, type DeliveryContext } from './delivery-context.ts'
import { NO_PARTS } from './parts.ts'
import { LATE } from './ways.ts'

/** A machine's snapshot as it is stored: plain JSON. */
export type StoredSnapshot = Snapshot<unknown> & Pick<DeliverySnapshot, 'value' | 'context' | 'children' | 'historyValue'>

/**
 * Where the machine stands for the attempt that a state shows: for `createActor(machine, { snapshot })`, or `machine.resolveState(snapshot)`.
 * The state may come from JSON; the machine is to be of the policy that it was reduced with. No entry action runs again, and what comes
 * later leads where it would have led an actor that was there from the start.
 *
 * A state does not hold which parts of a long text were delivered, nor does the snapshot: start from the events where that matters.
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
  for (const [i, attempt] of state.attempts.entries()) checkObject(attempt, where, `state.attempts[${i}]`, remedy)
  return {
    status: 'active',
    output: undefined,
    error: undefined,
    value: valueOf(state),
    context: contextOf(state),
    children: {},
    historyValue: {},
  }
}

function valueOf({
  status,
  closed,
  settled,
  by,
  since = -Infinity,
  deadline = Infinity,
}: DeliveryState): DeliverySnapshot['value'] {
  if (!closed) return { open: status }
  const late = by === 'receipt' && since > deadline && !settled && LATE.find((each) => each === status)
  return { closed: late ? { late } : status }
}

/** The fields bear the same names, but for milestones: a state's are those of all attempts, and the clock's is not of a receipt. */
function contextOf({ attempts, attemptId, windowStart, deadline }: DeliveryState): DeliveryContext {
  const shown = attempts.find((attempt) => attempt.attemptId === attemptId)
  if (!shown) return NOTHING_KNOWN
  const { attemptId: _, provider, providerMessageIds, status, settled, conflict, startedAt, ...known } = shown
  return {
    ...known,
    ...(known.by === 'clock' && { [`${status}At`]: undefined }),
    failureOf: known.failure && known.strongest,
    windowStart,
    deadline,
    parts: NO_PARTS,
  }
}
