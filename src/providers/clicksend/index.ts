import type { Provider } from '../../receipts/provider.ts'
import { providerOf } from '../../reader/provider-of.ts'
import { codes } from './codes.ts'
import { shapes } from './shape.ts'

/** ClickSend: the SMS receipts that its rules post, and those that its API answers. */
export const clicksend: Provider = /* @__PURE__ */ providerOf({ name: 'clicksend', shapes, codes })
