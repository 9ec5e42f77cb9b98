import * as z from 'zod'
import { UNKNOWN } from '../event/precedence.ts'
import { STATUSES } from '../event/status.ts'
import { ACTIONS, type AdviceTable, type Policy } from '../policy/policy.ts'
import { reason } from './event.ts'
import { duration, id, type Fields } from './fields.ts'

export const action = /* @__PURE__ */ z.enum(ACTIONS)

export const silence = /* @__PURE__ */ z.enum(['expired', 'unknown'])

/**
 * A whole policy, exactly as `reduce` takes it: hand the result on as it is. An unknown cell of the
 * advice is an error; other fields that are none of ours are left out. (`maxAttempts` ends at 2⁵³
 * here.)
 */
export const policy: z.ZodType<Policy, Policy> = /* @__PURE__ */ policySchema()

function policySchema() {
  return z.object(policyFields())
}

export function policyFields() {
  const terminal = z.enum(STATUSES.slice(UNKNOWN))
  return {
    name: id,
    terminal: z
      .array(terminal)
      .refine((statuses) => statuses.includes('delivered'), 'Lacks delivered'),
    window: duration,
    silence,
    slowAfter: duration,
    maxAttempts: z.int().min(1),
    advice: z.strictObject(adviceFields()),
  } satisfies Fields<Policy>
}

export function adviceFields() {
  return {
    open: action,
    slow: action,
    sentBlind: action.optional(),
    delivered: action,
    uncertain: action,
    failed: z.record(reason, action),
  } satisfies Fields<AdviceTable>
}
