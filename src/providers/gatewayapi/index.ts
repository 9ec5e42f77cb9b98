import type { Provider } from '../../receipts/provider.ts'
import { providerOf } from '../../reader/provider-of.ts'
import { codes, statuses } from './codes.ts'
import { shapes } from './shape.ts'

/**
 * GatewayAPI: the status notifications that it posts, messages as its REST API answers them, and
 * the events of its newer Messaging API. In the REST API a message to several recipients has one
 * id, so ours is that id with the recipient's number behind it: `1000001:15550100123`.
 */
export const gatewayapi: Provider = /* @__PURE__ */ providerOf({
  name: 'gatewayapi',
  shapes,
  statuses,
  codes,
})
