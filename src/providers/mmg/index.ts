import { providerOf } from '../../reader/provider-of.ts'
import type { Provider } from '../../receipts/provider.ts'
import { codes, statuses } from './codes.ts'
import { shapes } from './shape.ts'

/**
 * MMG, also QuickSMS: the delivery receipts that it posts. Their times are on London's clocks, with
 * summer time, unless the context's `timeZone` says otherwise. Answer with the body `RECEIVED`.
 */
export const mmg: Provider = /* @__PURE__ */ providerOf({ name: 'mmg', shapes, statuses, codes })
