import type { Provider } from '../../receipts/provider.ts'
import { providerOf } from '../../reader/provider-of.ts'
import { codes, statuses } from './codes.ts'
import { shapes } from './shape.ts'

/**
 * Azure Communication Services: the SMS delivery reports of Event Grid, in its own schema or as
 * CloudEvents.
 */
export const azure: Provider = /* @__PURE__ */ providerOf({
  name: 'azure',
  shapes,
  statuses,
  codes,
})
