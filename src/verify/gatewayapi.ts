import { checkFields } from './check.ts'
import { headerOf, textOf, type Secret, type SignedRequest } from './request.ts'
import { claimsOf, parseObject, type Claims } from './token.ts'
import { toVerification, type Refusal, type Verification } from './verification.ts'

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
export function verifyGatewayApi(request: Secret & SignedRequest): Verification {
  checkFields('verifyGatewayApi', request, ['secret', 'headers', 'body'])
  return toVerification(refusalOf(request))
}

function refusalOf({ secret, headers, body }: Secret & SignedRequest): Refusal | undefined {
  const token = headerOf(headers, 'x-gwapi-signature')
  if (token === undefined) return 'missing-signature'
  const claims = claimsOf(token, secret, ['HS256'])
  if (typeof claims === 'string') return claims
  const receipt = parseObject(textOf(body))
  return receipt && saySame(receipt, claims) ? undefined : 'wrong-body'
}

/** A receipt is flat. What is null may be left out; what tells of the token itself is not in the body. */
function saySame(receipt: Claims, claims: Claims): boolean {
  const names = Object.keys({ ...claims, ...receipt }).filter(
    (name) => !/^(iat|exp|nbf|jti|iss|aud|sub)$/.test(name) || name in receipt,
  )
  return names.every((name) => (receipt[name] ?? null) === (claims[name] ?? null))
}
