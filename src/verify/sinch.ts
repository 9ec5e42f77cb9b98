import { hmac, isSame } from './digest.ts'
import type { Aging, Secret, SignedRequest } from './request.ts'
import { timedRefusal, verifier } from './verifier.ts'

/**
 * Sinch: the Conversation API, whose webhook has a secret, and the SMS API, for whose service plan
 * Sinch turns HMAC on. Both send `x-sinch-webhook-signature` with a nonce and a time.
 *
 * Source: https://developers.sinch.com/docs/conversation/callbacks, and npm @sinch/sdk-client.
 *
 * @throws TypeError for misuse; never for anything that the network sends
 * @example
 * ```ts
 * const verification = verifySinch({
 *   secret: 'webhook secret',
 *   headers: {
 *     'x-sinch-webhook-signature': 'DvqiiLL1uBSfco/0JdeM09N9OpJOLGL1wHqUH4I74Oo=',
 *     'x-sinch-webhook-signature-nonce': '01F',
 *     'x-sinch-webhook-signature-timestamp': '1795219200',
 *   },
 *   body: '{"status":"DELIVERED"}',
 *   now: Date.UTC(2026, 10, 21),
 * })
 * console.log(verification) // → { ok: true }
 * ```
 */
export const verifySinch = /* @__PURE__ */ verifier<Secret & Aging & SignedRequest>(
  'verifySinch',
  ['secret', 'now'],
  [
    'x-sinch-webhook-signature',
    'x-sinch-webhook-signature-timestamp',
    'x-sinch-webhook-signature-nonce',
  ],
  (request, signature, time, nonce) => {
    const expected = hmac('sha256', request.secret, 'base64', request.body, `.${nonce}.${time}`)
    return timedRefusal(isSame(signature, expected), time, request)
  },
)
