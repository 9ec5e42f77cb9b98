import * as z from 'zod'
import { merge } from '../evidence/collect.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { eventFields } from './event.ts'
import type { Fields } from './fields.ts'

/**
 * Evidence that comes back from where you keep it: of this version, whole, and of one message. What
 * else stands in it is kept (but for a key `__proto__`), so that nothing that is known is lost on
 * the way through.
 */
export const evidence: z.ZodType<Evidence, Evidence> = /* @__PURE__ */ evidenceSchema()

function evidenceSchema() {
  return z
    .looseObject({
      v: z.literal(2),
      events: z.array(z.looseObject(eventFields())),
    } satisfies Fields<Evidence>)
    .superRefine((found, { addIssue }) => {
      // Which events belong together is for the core to say.
      try {
        merge(found)
      } catch (error) {
        addIssue(String(error))
      }
    })
}
