import * as z from 'zod'
import { ISSUE_CODES, type Issue } from '../receipts/provider.ts'
import type { Fields } from './fields.ts'

/**
 * What could not be read of a receipt, as for a queue of what a person should see. `received` is
 * whatever it was: JSON may not hold it.
 */
export const issue: z.ZodType<Issue, Issue> = /* @__PURE__ */ issueSchema()

function issueSchema() {
  return z.object({
    code: z.enum(ISSUE_CODES),
    message: z.string(),
    path: z.array(z.union([z.string(), z.number()])).optional(),
    received: z.unknown().optional(),
    index: z.int().min(0).optional(),
    messageId: z.string().optional(),
    ref: z.string().optional(),
  } satisfies Fields<Issue>)
}
