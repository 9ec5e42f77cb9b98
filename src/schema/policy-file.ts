import * as z from 'zod'
import { definePolicy } from '../policy/define-policy.ts'
import type { Policy } from '../policy/policy.ts'
import { alert, notification, otp } from '../policy/presets.ts'
import { reason } from './event.ts'
import { id } from './fields.ts'
import { action, adviceFields, policy, policyFields } from './policy.ts'

const PRESETS = { otp, alert, notification }

/**
 * A policy as a file holds it: a whole one, or what differs from one of ours, `{ "extends": "otp",
 * "name": "patient-otp", "window": 600000 }`, with the changes that `definePolicy` takes. A field
 * that nobody reads is an error here, since in a file it is a typing error.
 * `z.toJSONSchema(policyFile, { io: 'input' })` describes the file.
 *
 * @example
 * ```ts
 * const patient = policyFile.parse({ extends: 'otp', name: 'patient-otp', window: 600_000 })
 * console.log(patient.window, patient.slowAfter) // → 600000 30000
 * ```
 */
export const policyFile: z.ZodType<Policy> = /* @__PURE__ */ fileSchema()

function fileSchema() {
  const failed = z.partialRecord(reason, action).optional()
  const advice = z.strictObject(adviceFields()).partial().extend({ failed }).optional()
  return (
    z
      .strictObject(policyFields())
      .partial()
      .extend({ extends: z.enum(['otp', 'alert', 'notification']).optional(), name: id, advice })
      // What is missing of a whole policy is found out by the policy's own schema.
      .transform(({ extends: base, name, ...changes }): unknown =>
        base === undefined ? { name, ...changes } : definePolicy(name, PRESETS[base], changes),
      )
      .pipe(policy)
  )
}
