import { ageRefusal } from './age.ts'
import { checkFields } from './check.ts'
import { isSame, sha256 } from './digest.ts'
import { headerOf, type Aging, type RequestToUrl, type Secret } from './request.ts'
import { claimsOf } from './token.ts'
import { toVerification, type Refusal, type Verification } from './verification.ts'

type MessageBirdRequest = Secret & Aging & RequestToUrl

/**
 * MessageBird, which became Bird: `MessageBird-Signature-JWT`, a token with the hashes of URL and
 * body. It is valid for a minute; `tolerance` is what clocks may differ, 5 s by default.
 *
 * Source: npm messagebird 4.0.1, `lib/webhook-signature-jwt.js` and its reference vectors.
 *
 * @throws TypeError for misuse; never for anything that the network sends
 * @example
 * ```ts
 * const verification = verifyMessageBird({
 *   secret: 'signing key',
 *   url: 'https://example.com/?status=delivered',
 *   headers: { 'messagebird-signature-jwt': 'not.a.token' },
 *   now: Date.UTC(2026, 10, 21),
 * })
 * console.log(verification.reason) // → malformed-signature
 * ```
 */
export function verifyMessageBird(request: MessageBirdRequest): Verification {
  checkFields('verifyMessageBird', request, ['secret', 'url', 'headers', 'body', 'now', 'tolerance'])
  return toVerification(refusalOf(request))
}

function refusalOf({ secret, url, headers, body, now, tolerance = 5_000 }: MessageBirdRequest): Refusal | undefined {
  const token = headerOf(headers, 'messagebird-signature-jwt')
  if (token === undefined) return 'missing-signature'
  const claims = claimsOf(token, secret, ['HS256', 'HS384', 'HS512'])
  if (typeof claims === 'string') return claims
  const { iss, nbf, exp, url_hash: urlHash, payload_hash: bodyHash = sha256('') } = claims
  const isComplete = iss === 'MessageBird' && typeof nbf === 'number' && typeof exp === 'number'
  if (!isComplete || typeof urlHash !== 'string' || typeof bodyHash !== 'string') return 'malformed-signature'
  if (!isSame(urlHash, sha256(url))) return 'wrong-url'
  if (!isSame(bodyHash, sha256(body))) return 'wrong-body'
  if (ageRefusal(exp, { now, tolerance }) === 'too-old') return 'too-old'
  return ageRefusal(nbf, { now, tolerance }) === 'too-new' ? 'too-new' : undefined
}
