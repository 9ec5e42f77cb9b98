import { hmac, isSame } from './digest.ts'
import type { Secret, SignedRequest } from './request.ts'
import { verifier } from './verifier.ts'

/**
 * Messente's Omnichannel API: `X-Messente-Signature`, made with the password of the API key that
 * sent the message. It covers the body alone, and has no time in it. The older SMS API signs
 * nothing.
 *
 * Source: https://messente.com/documentation/api-setup/security
 *
 * @throws TypeError for misuse; never for anything that the network sends
 * @example
 * ```ts
 * const verification = verifyMessente({
 *   secret: 'api password',
 *   headers: {
 *     'x-messente-signature': '48f362ad7074f89ed6c995ffe261663cdb687c7c420119cbdb95af04c4bd2d85',
 *   },
 *   body: '{"status":"DELIVRD"}',
 * })
 * console.log(verification) // → { ok: true }
 * ```
 */
export const verifyMessente = /* @__PURE__ */ verifier<Secret & SignedRequest>(
  'verifyMessente',
  ['secret'],
  ['x-messente-signature'],
  ({ secret, body }, signature) =>
    isSame(signature.toLowerCase(), hmac('sha256', secret, 'hex', body))
      ? undefined
      : 'wrong-signature',
)
