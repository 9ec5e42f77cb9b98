import { providerOf } from '../../reader/provider-of.ts'
import type { Provider } from '../../receipts/provider.ts'
import { codes, statuses } from './codes.ts'
import { shapes } from './shape.ts'

/**
 * Infobip: delivery reports (posted or asked for), logs, and the answer to a request to send, of
 * versions 1 to 3 of its SMS API. A query of reports, and of logs before version 3, answers what a
 * webhook posts: set the context's `source` to `poll` for it. Receipts over SMPP are `smpp`.
 */
export const infobip: Provider = /* @__PURE__ */ providerOf({
  name: 'infobip',
  shapes,
  statuses,
  codes,
})
