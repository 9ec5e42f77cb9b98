import type { Provider } from '../../receipts/provider.ts'
import { providerOf } from '../../reader/provider-of.ts'
import { codes, statuses } from './codes.ts'
import { shapes } from './shape.ts'

/**
 * TeleSign: the callbacks of its SMS products, and the answer to a status query, which looks the
 * same.
 */
export const telesign: Provider = /* @__PURE__ */ providerOf({
  name: 'telesign',
  shapes,
  statuses,
  codes,
})
