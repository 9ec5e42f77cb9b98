import { checkFields } from './check.ts'
import { hmac, isSame, sha256 } from './digest.ts'
import { sortedPairs } from './pairs.ts'
import { headerOf, textOf, type RequestToUrl, type Secret } from './request.ts'
import { toVerification, type Refusal, type Verification } from './verification.ts'

/**
 * Twilio's `X-Twilio-Signature`, of status callbacks and of Event Streams. The secret is the
 * account's auth token, or the SharedKey of a webhook rule, whose header names the algorithm.
 * The signature has no time in it: a captured request stays genuine.
 *
 * What is signed: the URL, then each parameter of a form, by name; a JSON body has its hash in the
 * URL as `bodySHA256`, and is compared with it here. The URL counts with and without its port.
 *
 * Source: https://www.twilio.com/docs/usage/webhooks/webhooks-security, and npm twilio 6.3.1.
 *
 * @throws TypeError for misuse; never for anything that the network sends
 * @example
 * ```ts
 * const verification = verifyTwilio({
 *   secret: '12345',
 *   url: 'https://mycompany.com/myapp.php?foo=1&bar=2',
 *   headers: { 'x-twilio-signature': '0/KCTR6DLpKmkAf8muzZqo1nDgQ=' },
 *   body:
 *     'CallSid=CA1234567890ABCDE&Caller=%2B12349013030&Digits=1234' +
 *     '&From=%2B12349013030&To=%2B18005551212',
 * })
 * console.log(verification) // → { ok: true }
 * ```
 */
export function verifyTwilio(request: Secret & RequestToUrl): Verification {
  checkFields('verifyTwilio', request, ['secret', 'url', 'headers', 'body'])
  return toVerification(refusalOf(request))
}

function refusalOf({ secret, url, headers, body }: Secret & RequestToUrl): Refusal | undefined {
  const signature = headerOf(headers, 'x-twilio-signature')
  if (signature === undefined) return 'missing-signature'
  const algorithm = algorithmOf(headerOf(headers, 'x-twilio-webhooks-signature-settings') ?? '')
  if (!algorithm) return 'malformed-signature'
  const urls = spellingsOf(url)
  if (urls.length === 0) return 'wrong-url'

  // The signed URL decides what the body must be: a content type can be forged.
  const [, query = ''] = url.split(/\?(.*)/s)
  const bodyHash = new URLSearchParams(query).get('bodySHA256')
  const form = bodyHash === null ? formText(textOf(body)) : ''
  if (!urls.some((each) => isSame(signature, hmac(algorithm, secret, 'base64', each, form)))) return 'wrong-signature'
  return bodyHash === null || isSame(bodyHash, sha256(body)) ? undefined : 'wrong-body'
}

/** From `key=…,algorithm=HMAC_SHA256`; an auth token signs with SHA-1, and sends no such header. */
function algorithmOf(settings: string): 'sha1' | 'sha256' | undefined {
  const [, named = 'HMAC_SHA1'] = /(?:^|,)\s*algorithm\s*=\s*([^,\s]+)/.exec(settings) ?? []
  return named === 'HMAC_SHA1' ? 'sha1' : named === 'HMAC_SHA256' ? 'sha256' : undefined
}

/** Without its port, and with it: Twilio signs the one or the other. */
function spellingsOf(url: string): string[] {
  const [, start, host, port, rest = ''] = /^(https?:\/\/(?:[^/?#]*@)?)(\[[^\]]*\]|[^/?#:]*)(:\d*)?(.*)$/is.exec(url) ?? []
  if (start === undefined || host === undefined) return []
  return [start + host + rest, start + host + (port ?? (/^https/i.test(start) ? ':443' : ':80')) + rest]
}

/** Names and values in a row; of equal pairs, one. */
function formText(body: string): string {
  const pairs = sortedPairs(body)
  return pairs
    .filter(([name, value], i) => name !== pairs[i - 1]?.[0] || value !== pairs[i - 1]?.[1])
    .flat()
    .join('')
}
