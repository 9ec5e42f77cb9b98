import type { Provider } from '../../receipts/provider.ts'
import { providerOf } from '../../reader/provider-of.ts'
import { codes, statuses } from './codes.ts'
import { shapes } from './shape.ts'

/**
 * Africa's Talking: the delivery reports of its SMS service. They tell no time, and echo no
 * reference of yours.
 */
export const africastalking: Provider = /* @__PURE__ */ providerOf({
  name: 'africastalking',
  shapes,
  statuses,
  codes,
})
