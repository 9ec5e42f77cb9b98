import { checkKeys, checkName, checkObject } from '../event/check.ts'
import { omitUndefined } from '../event/omit-undefined.ts'
import { checkFields, checkPolicy, freezePolicy } from './check-policy.ts'
import type { Action, AdviceTable, Policy } from './policy.ts'

/**
 * What differs from the base: any field, any single cell of the advice. `undefined` keeps the
 * base's, and takes `sentBlind` away.
 */
export type PolicyChanges = {
  readonly [Field in Exclude<keyof Policy, 'name' | 'advice'>]?: Policy[Field] | undefined
} & { readonly advice?: AdviceChanges | undefined }

export type AdviceChanges = {
  readonly [Shown in Exclude<keyof AdviceTable, 'failed'>]?: Action | undefined
} & {
  readonly failed?:
    { readonly [Reason in keyof AdviceTable['failed']]?: Action | undefined } | undefined
}

/**
 * A policy of your own: a base, and what differs from it. The result is frozen, and `base` stays as
 * it was.
 *
 * @throws TypeError where a field, reason or action is unknown, `window` or `slowAfter` is not a
 * finite number of ms above 0, `maxAttempts` is not a whole number from 1, or `terminal` lacks
 * `delivered` or holds an open status.
 * @example
 * ```ts
 * const patient = definePolicy('patient-otp', otp, { window: 10 * 60_000, advice: { failed: { unreachable: 'resend' } } })
 * console.log(patient.window, patient.slowAfter) // → 600000 30000
 * ```
 */
export function definePolicy(name: string, base: Policy, changes: PolicyChanges): Policy {
  const where = 'definePolicy: '
  const remedy = 'Leave it out to keep the base’s.'
  checkName(name, where, 'name', 'Name the flow.')
  checkPolicy(base, where, 'base')
  checkObject(changes, where, 'changes')
  const { name: _, ...fields } = base
  checkKeys(changes, Object.keys(fields), where, 'changes')
  const { advice = {} } = changes
  checkObject(advice, where, 'advice', remedy)
  const { failed = {} } = advice
  checkObject(failed, where, 'advice.failed', remedy)

  const table = { ...over(base.advice, advice), failed: over(base.advice.failed, failed) }
  if ('sentBlind' in advice && advice.sentBlind === undefined) delete table.sentBlind
  const policy = { ...over(base, changes), name, advice: table }
  checkFields(policy, where, remedy)
  return freezePolicy({ ...policy, terminal: [...policy.terminal] })
}

/** A copy of a table with each change that is not `undefined` laid over it. */
function over<Table extends object>(
  table: Table,
  changes: object,
): { -readonly [Key in keyof Table]: Table[Key] } {
  return { ...table, ...omitUndefined(changes) }
}
