import { checkId, checkKeys, checkObject, checkOneOf, checkWhole } from '../event/check.ts'
import { FAILURE_REASONS } from '../event/failure.ts'
import { misuse, type Place } from '../event/misuse.ts'
import type { Status } from '../event/status.ts'
import { ACTIONS, type Policy } from './policy.ts'

const MAY_BE_TERMINAL: readonly Status[] = ['unknown', 'expired', 'failed', 'undelivered', 'delivered']
const SHOWN = ['open', 'slow', 'delivered', 'uncertain'] as const

/** Policies that were checked and cannot change any more. */
const right = /* @__PURE__ */ new WeakSet<Policy>()

/**
 * Throws the `TypeError` for the first field of a policy that is wrong.
 * A preset, or what `definePolicy` gave, is known to be right; any other object is read anew each time.
 */
export function checkPolicy(policy: Policy, where: Place): void {
  if (right.has(policy)) return
  checkObject(policy, where, 'policy', 'a Policy')
  checkFields(policy, `${where}policy.`, 'Make it with definePolicy(name, base, changes).')
}

/** The same for a policy in the making: `where` stands before each field's name. */
export function checkFields(policy: Policy, where: Place, remedy: string): void {
  const { terminal, advice } = policy
  if (policy.name === undefined) misuse(where, 'name', 'a text', undefined, remedy)
  checkId(policy.name, where, 'name', remedy)
  if (!Array.isArray(terminal) || !terminal.includes('delivered')) misuse(where, 'terminal', 'an array with delivered in it', terminal, remedy)
  for (const status of terminal) checkOneOf(MAY_BE_TERMINAL, status, where, 'terminal: each', remedy)
  checkDuration(policy.window, where, 'window', remedy)
  checkOneOf(['expired', 'unknown'], policy.silence, where, 'silence', remedy)
  checkDuration(policy.slowAfter, where, 'slowAfter', remedy)
  checkWhole(policy.maxAttempts, Infinity, where, 'maxAttempts', remedy)
  checkObject(advice, where, 'advice', 'an AdviceTable')
  checkKeys(advice, [...SHOWN, 'sentBlind', 'failed'], where, 'advice')
  for (const shown of SHOWN) checkOneOf(ACTIONS, advice[shown], where, `advice.${shown}`, remedy)
  if (advice.sentBlind !== undefined) checkOneOf(ACTIONS, advice.sentBlind, where, 'advice.sentBlind', remedy)
  checkObject(advice.failed, where, 'advice.failed', 'a table from reasons to actions')
  checkKeys(advice.failed, FAILURE_REASONS, where, 'advice.failed')
  for (const reason of FAILURE_REASONS) checkOneOf(ACTIONS, advice.failed[reason], where, `advice.failed.${reason}`, remedy)
}

/** Freezes a policy that is right, all through, and remembers that it is. */
export function frozen(policy: Policy): Policy {
  Object.freeze(policy.terminal)
  Object.freeze(policy.advice.failed)
  Object.freeze(policy.advice)
  right.add(Object.freeze(policy))
  return policy
}

function checkDuration(value: number, where: Place, field: string, remedy: string): void {
  if (!Number.isFinite(value) || value <= 0) misuse(where, field, '> 0 ms', value, remedy)
}
