import { hmac, isSame, md5, sha256 } from './digest.ts'
import { formOf, sortedPairs, type Pair } from './pairs.ts'
import { textOf, type Aging, type Secret, type SignedRequest } from './request.ts'
import { claimsOf, parseObject } from './token.ts'
import { timedRefusal, verifier } from './verifier.ts'

/**
 * Vonage's Messages API: `Authorization: Bearer …`, a token (HS256) that is made with the
 * account's signature secret. It holds the body's hash and its own time: both are checked.
 * In a rare internal error Vonage sends a callback unsigned: answer 5xx, and it comes again.
 *
 * Source: https://developer.vonage.com/en/getting-started/concepts/webhooks
 *
 * @throws TypeError for misuse; never for anything that the network sends
 * @example
 * ```ts
 * const verification = verifyVonageJwt({
 *   secret: 'signature secret',
 *   headers: { authorization: 'Bearer not.a.token' },
 *   body: '{"status":"delivered"}',
 *   now: Date.UTC(2026, 10, 21),
 * })
 * console.log(verification.reason) // → malformed-signature
 * ```
 */
export const verifyVonageJwt = /* @__PURE__ */ verifier<Secret & Aging & SignedRequest>(
  'verifyVonageJwt',
  ['secret', 'now'],
  ['authorization'],
  (request, authorization) => {
    const claims = claimsOf(authorization.replace(/^Bearer /i, ''), request.secret)
    if (typeof claims === 'string') return claims
    const { payload_hash: hash, iat, exp } = claims
    if (hash !== sha256(request.body)) return 'wrong-body'
    if (typeof iat !== 'number') return 'malformed-signature'
    return typeof exp === 'number' && exp * 1000 < request.now
      ? 'too-old'
      : timedRefusal(true, iat, request)
  },
)

export interface VonageSmsRequest extends Secret, Aging {
  /** What the Vonage dashboard shows as the account's signature method. */
  readonly algorithm: 'md5hash' | 'md5hmac' | 'sha1hmac' | 'sha256hmac' | 'sha512hmac'
  /** The raw body, a form or JSON; of a GET request, its query, without the `?`. */
  readonly body?: SignedRequest['body']
}

/**
 * Vonage's SMS API: `sig` and `timestamp` among the parameters. Signed callbacks are off until
 * Vonage's support turns them on. `&`, `=` and `_` of a value are one character to this signature.
 *
 * Source: https://developer.vonage.com/en/getting-started/concepts/signing-messages, and npm
 * @vonage/sms.
 *
 * @throws TypeError for misuse; never for anything that the network sends
 * @example
 * ```ts
 * const sig = '69563824299d344f350a8d71ab2507e9d477e82411ed4ee93c0bca0bc7cf0c5a'
 * const verification = verifyVonageSms({
 *   secret: 'signature secret',
 *   algorithm: 'sha256hmac',
 *   body: `messageId=0A&sig=${sig}&status=delivered&timestamp=1795219200`,
 *   now: Date.UTC(2026, 10, 21),
 * })
 * console.log(verification) // → { ok: true }
 * ```
 */
export const verifyVonageSms = /* @__PURE__ */ verifier<VonageSmsRequest>(
  'verifyVonageSms',
  ['secret', 'algorithm', 'now'],
  [],
  (request) => {
    const { secret, algorithm } = request
    const pairs = smsPairs(textOf(request.body))
    const { sig, timestamp } = Object.fromEntries(pairs)
    if (sig === undefined) return 'missing-signature'
    // Twice the same name, or a name with a sign of its own, could hide another parameter.
    if (pairs.some(([name], i) => name === pairs[i - 1]?.[0] || /[&=]/.test(name)))
      return 'malformed-signature'
    const signed = pairs.filter(([name]) => name !== 'sig')
    const text = signed.map(([name, value]) => `&${name}=${value.replace(/[&=]/g, '_')}`).join('')
    const expected =
      algorithm === 'md5hash'
        ? md5(text + secret)
        : hmac(algorithm.replace('hmac', ''), secret, 'hex', text)
    return timedRefusal(isSame(sig.toLowerCase(), expected), timestamp, request)
  },
)

/** The parameters, by name; none where one is not a text, for Vonage sends texts. */
function smsPairs(text: string): readonly Pair[] {
  if (!text.startsWith('{')) return sortedPairs(formOf(text))
  const entries = Object.entries(parseObject(text) ?? {})
  return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
    ? sortedPairs(entries)
    : []
}
