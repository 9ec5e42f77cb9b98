import { checkKeys, checkName, checkObject, checkOneOf, checkWhole } from '../event/check.ts'
import { FAILURE_REASONS } from '../event/failure.ts'
import { isPromise, throwMisuse, type Place } from '../event/throw-misuse.ts'
import { STATUSES } from '../event/status.ts'
import { ACTIONS, type Policy } from './policy.ts'

const SHOWN = ['open', 'slow', 'sentBlind', 'delivered', 'uncertain'] as const

/** Policies that were checked and cannot change any more. */
const checked = /* @__PURE__ */ new WeakSet<Policy>()

/**
 * Throws the `TypeError` for the first field of a policy that is wrong.
 * A preset, or what `definePolicy` gave, is known to be right; any other object is read anew each
 * time.
 */
export function checkPolicy(
  policy: Policy,
  where: string,
  field = 'policy',
  remedy = 'Make it with definePolicy.',
): void {
  if (checked.has(policy)) return
  if (typeof policy === 'string')
    throwMisuse(
      where,
      field,
      'a policy',
      policy,
      "Import it: import { otp } from 'sms-delivery-state'.",
    )
  checkObject(policy, where, field, remedy)
  if (isPromise(policy)) throwMisuse(where, field, 'a policy', policy)
  checkFields(policy, `${where}${field}.`, remedy)
}

/** The same for a policy in the making: `where` stands before each field's name. */
export function checkFields(
  { name, terminal, window, silence, slowAfter, maxAttempts, advice }: Policy,
  where: Place,
  remedy: string,
): void {
  checkName(name, where, 'name', remedy)
  if (!Array.isArray(terminal) || !terminal.includes('delivered'))
    throwMisuse(where, 'terminal', 'an array with delivered in it', terminal, remedy)
  for (const status of terminal) checkOneOf(STATUSES.slice(4), status, where, 'terminal', remedy)
  checkDuration(window, where, 'window', remedy)
  checkDuration(slowAfter, where, 'slowAfter', remedy)
  checkOneOf(['expired', 'unknown'], silence, where, 'silence', remedy)
  checkWhole(maxAttempts, Infinity, where, 'maxAttempts', remedy)
  checkObject(advice, where, 'advice', remedy)
  checkKeys(advice, [...SHOWN, 'failed'], where, 'advice')
  for (const shown of SHOWN) {
    if (shown !== 'sentBlind' || advice.sentBlind !== undefined)
      checkOneOf(ACTIONS, advice[shown], where, `advice.${shown}`, remedy)
  }
  checkObject(advice.failed, where, 'advice.failed', remedy)
  checkKeys(advice.failed, FAILURE_REASONS, where, 'advice.failed')
  for (const reason of FAILURE_REASONS)
    checkOneOf(ACTIONS, advice.failed[reason], where, `advice.failed.${reason}`, remedy)
}

/** Freezes a policy that is right, all through, and remembers that it is. */
export function freezePolicy(policy: Policy): Policy {
  for (const part of [policy.terminal, policy.advice.failed, policy.advice, policy])
    Object.freeze(part)
  checked.add(policy)
  return policy
}

function checkDuration(value: number, where: Place, field: string, remedy: string): void {
  if (!Number.isFinite(value) || value <= 0) throwMisuse(where, field, '> 0 ms', value, remedy)
}
