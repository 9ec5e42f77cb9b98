import { providerOf } from '../../reader/provider-of.ts'
import type { Provider } from '../../receipts/provider.ts'
import { codes, statuses } from './codes.ts'
import { shapes } from './shape.ts'

/**
 * Plivo: message status callbacks, and the Message resource that its API answers.
 * The times of a callback name no zone. They are read as UTC, which is not documented: set the
 * context's `timeZone` if you know better.
 */
export const plivo: Provider = /* @__PURE__ */ providerOf({
  name: 'plivo',
  shapes,
  statuses,
  codes,
})
