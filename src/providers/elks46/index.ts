import type { Provider } from '../../receipts/provider.ts'
import { providerOf } from '../../reader/provider-of.ts'
import { statuses } from './codes.ts'
import { shapes } from './shape.ts'

/**
 * 46elks: the delivery reports that it posts, and messages as its API answers them, alone or in the
 * history.
 */
export const elks46: Provider = /* @__PURE__ */ providerOf({ name: 'elks46', shapes, statuses })
