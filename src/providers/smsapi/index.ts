import type { Provider } from '../../receipts/provider.ts'
import { providerOf } from '../../reader/provider-of.ts'
import { statuses } from './codes.ts'
import { shapes } from './shape.ts'

/**
 * SMSAPI: its callbacks, each with one report or with lists of them. The answer that it waits for
 * is `OK`.
 */
export const smsapi: Provider = /* @__PURE__ */ providerOf({ name: 'smsapi', shapes, statuses })
