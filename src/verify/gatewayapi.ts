import { textOf, type Secret, type SignedRequest } from './request.ts'
import { claimsOf, parseObject, type Claims } from './token.ts'
import { verifier } from './verifier.ts'

/**
 * GatewayAPI's REST API: `X-Gwapi-Signature`, a token (HS256) that is made with the text that you
 * entered for the webhook. It repeats the receipt instead of hashing it, so the body must say the
 * same; spaces and order do not matter. It has no time in it.
 *
 * Source: https://gatewayapi.com/docs/apis/rest (webhooks, authentication token).
 *
 * @throws TypeError for misuse; never for anything that the network sends
 * @example
 * ```ts
 * const verification = verifyGatewayApi({
 *   secret: 'secret',
 *   headers: { 'x-gwapi-signature': 'not.a.token' },
 *   body: '{"status":"DELIVERED"}',
 * })
 * console.log(verification.reason) // → malformed-signature
 * ```
 */
export const verifyGatewayApi = /* @__PURE__ */ verifier<Secret & SignedRequest>(
  'verifyGatewayApi',
  ['secret'],
  ['x-gwapi-signature'],
  ({ secret, body }, token) => {
    const claims = claimsOf(token, secret)
    if (typeof claims === 'string') return claims
    const receipt = parseObject(textOf(body))
    return receipt && saySame(receipt, claims) ? undefined : 'wrong-body'
  },
)

/** A receipt is flat; what is null may be left out. */
function saySame(receipt: Claims, claims: Claims): boolean {
  return Object.keys({ ...claims, ...receipt }).every(
    (name) => (receipt[name] ?? null) === (claims[name] ?? null),
  )
}
