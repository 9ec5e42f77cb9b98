import { hmac, isSame } from './digest.ts'
import { formOf, sortedPairs } from './pairs.ts'
import { headerOf, textOf, type RequestToUrl, type Secret } from './request.ts'
import { verifier } from './verifier.ts'

/**
 * Plivo's V3 signature: over the URL, the parameters and a nonce. The secret is the auth token of
 * the account that sent the message, or of its main account (the `Ma` header). It has no time in
 * it. V2, which Plivo sends as well, does not cover the body, and counts for nothing here.
 *
 * Source: https://docs.plivo.com/docs/voice/xml/request/validation, and npm plivo 4.79.0.
 *
 * @throws TypeError for misuse; never for anything that the network sends
 * @example
 * ```ts
 * const verification = verifyPlivo({
 *   secret: 'auth token',
 *   url: 'https://example.com/plivo',
 *   headers: {
 *     'x-plivo-signature-v3': 'jZZ4I96bZ7sSaLOL3XINJJbeK/qXMxXOlpQQb1zfZtY=',
 *     'x-plivo-signature-v3-nonce': '05429567804466091622',
 *   },
 *   body: 'Status=delivered',
 * })
 * console.log(verification) // → { ok: true }
 * ```
 */
export const verifyPlivo = /* @__PURE__ */ verifier<Secret & RequestToUrl>(
  'verifyPlivo',
  ['secret', 'url'],
  ['x-plivo-signature-v3-nonce'],
  ({ secret, url, headers, body }, nonce) => {
    const signatures = ['x-plivo-signature-v3', 'x-plivo-signature-ma-v3'].flatMap(
      (name) => headerOf(headers, name)?.split(/, */) ?? [],
    )
    if (signatures.length === 0) return 'missing-signature'
    const expected = hmac('sha256', secret, 'base64', `${signedText(url, textOf(body))}.${nonce}`)
    return signatures.some((each) => isSame(each, expected)) ? undefined : 'wrong-signature'
  },
)

/** `https://host/path?a=1&b=2.` and the form's names and values in a row, all sorted by name. */
function signedText(url: string, body: string): string {
  const [, scheme = '', place = '', queryText = ''] =
    /^(https?:\/\/)?(?:[^/?#]*@)?([^?#]*)\??([^#]*)/i.exec(url) ?? []
  const query = sortedPairs(formOf(queryText))
    .map((pair) => pair.join('='))
    .join('&')
  const form = sortedPairs(formOf(body)).flat().join('')
  return scheme + place + (query || form ? '?' : '') + query + (query && form ? '.' : '') + form
}
