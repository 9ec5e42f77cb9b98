import { createHash } from 'node:crypto'
import { ageRefusal, secondsOf } from './age.ts'
import { checkFields, throwMisuse } from './check.ts'
import { hmac, isSame, sha256 } from './digest.ts'
import { sortedPairs, type Pair } from './pairs.ts'
import { headerOf, textOf, type Aging, type Secret, type SignedRequest } from './request.ts'
import { claimsOf, parseObject } from './token.ts'
import { toVerification, type Refusal, type Verification } from './verification.ts'

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
export function verifyVonageJwt(request: Secret & Aging & SignedRequest): Verification {
  checkFields('verifyVonageJwt', request, ['secret', 'headers', 'body', 'now', 'tolerance'])
  return toVerification(jwtRefusal(request))
}

function jwtRefusal({ secret, headers, body, ...aging }: Secret & Aging & SignedRequest): Refusal | undefined {
  const authorization = headerOf(headers, 'authorization')
  if (authorization === undefined) return 'missing-signature'
  const [, token = ''] = /^Bearer (\S+)$/i.exec(authorization) ?? []
  const claims = claimsOf(token, secret, ['HS256'])
  if (typeof claims === 'string') return claims
  const { payload_hash: hash, iat, exp } = claims
  if (typeof hash !== 'string' || typeof iat !== 'number') return 'malformed-signature'
  if (!isSame(hash.toLowerCase(), sha256(body))) return 'wrong-body'
  if (typeof exp === 'number' && ageRefusal(exp, aging) === 'too-old') return 'too-old'
  return ageRefusal(iat, aging)
}

/** As the Vonage dashboard calls them: MD5 hash, and HMACs. */
const SMS_ALGORITHMS = ['md5hash', 'md5hmac', 'sha1hmac', 'sha256hmac', 'sha512hmac'] as const

export interface VonageSmsRequest extends Secret, Aging {
  /** What the Vonage dashboard shows as the account's signature method. */
  readonly algorithm: (typeof SMS_ALGORITHMS)[number]
  /** The raw body, a form or JSON; of a GET request, its query, without the `?`. */
  readonly body?: SignedRequest['body']
}

/**
 * Vonage's SMS API: `sig` and `timestamp` among the parameters. Signed callbacks are off until
 * Vonage's support turns them on. `&`, `=` and `_` of a value are one character to this signature.
 *
 * Source: https://developer.vonage.com/en/getting-started/concepts/signing-messages, and npm @vonage/sms.
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
export function verifyVonageSms(request: VonageSmsRequest): Verification {
  const where = 'verifyVonageSms'
  checkFields(where, request, ['secret', 'body', 'now', 'tolerance'])
  if (!SMS_ALGORITHMS.includes(request.algorithm)) {
    const must = `one of ${SMS_ALGORITHMS.join(', ')}`
    throwMisuse(where, 'algorithm', must, request.algorithm, 'Name the one that the Vonage dashboard shows.')
  }
  return toVerification(smsRefusal(request))
}

function smsRefusal({ secret, algorithm, body, ...aging }: VonageSmsRequest): Refusal | undefined {
  const pairs = smsPairs(textOf(body))
  if (!pairs) return 'malformed-signature'
  const { sig, timestamp } = Object.fromEntries(pairs)
  if (sig === undefined || timestamp === undefined) return 'missing-signature'
  const seconds = secondsOf(timestamp)
  if (seconds === undefined) return 'malformed-signature'

  const signed = pairs.filter(([name]) => name !== 'sig')
  const text = signed.map(([name, value]) => `&${name}=${value.replace(/[&=]/g, '_')}`).join('')
  const expected =
    algorithm === 'md5hash'
      ? createHash('md5')
          .update(text + secret)
          .digest('hex')
      : hmac(algorithm.slice(0, -'hmac'.length), secret, 'hex', text)
  return isSame(sig.toLowerCase(), expected) ? ageRefusal(seconds, aging) : 'wrong-signature'
}

/** The parameters by name. Twice the same name, or a name with `&` or `=`, could hide another. */
function smsPairs(text: string): readonly Pair[] | undefined {
  const pairs = text.startsWith('{') ? jsonPairs(text) : sortedPairs(text)
  const isPlain = pairs?.every(([name], i) => name !== pairs[i - 1]?.[0] && !/[&=]/.test(name))
  return isPlain ? pairs : undefined
}

function jsonPairs(text: string): readonly Pair[] | undefined {
  const entries = Object.entries(parseObject(text) ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string') ? entries : undefined
}
