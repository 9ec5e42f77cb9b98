import { hmac, isSame, sha256 } from './digest.ts'
import { formOf, sortedPairs } from './pairs.ts'
import { headerOf, textOf, type RequestToUrl, type Secret } from './request.ts'
import { verifier } from './verifier.ts'

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
export const verifyTwilio = /* @__PURE__ */ verifier<Secret & RequestToUrl>(
  'verifyTwilio',
  ['secret', 'url'],
  ['x-twilio-signature'],
  ({ secret, url, headers, body }, signature) => {
    const settings =
      headerOf(headers, 'x-twilio-webhooks-signature-settings') ?? 'algorithm=HMAC_SHA1'
    const [, algorithm] = /\balgorithm=HMAC_(SHA1|SHA256)\b/.exec(settings) ?? []
    if (!algorithm) return 'malformed-signature'

    // The signed URL decides what the body must be: a content type can be forged.
    const [, bodyHash] = /[?&]bodySHA256=(\w*)/.exec(url) ?? []
    const form = bodyHash === undefined ? formText(textOf(body)) : ''
    const isGenuine = spellingsOf(url).some((each) =>
      isSame(signature, hmac(algorithm, secret, 'base64', each, form)),
    )
    if (!isGenuine) return 'wrong-signature'
    return bodyHash === undefined || bodyHash === sha256(body) ? undefined : 'wrong-body'
  },
)

/** Without its port, and with it: Twilio signs the one or the other. */
function spellingsOf(url: string): string[] {
  const [, start = '', port, rest = ''] =
    /^(https?:\/\/[^/?#]*?)(:\d+)?([/?#].*)?$/is.exec(url) ?? []
  return [start + rest, start + (port ?? (/^https/i.test(start) ? ':443' : ':80')) + rest]
}

/** Names and values in a row; of equal pairs, one. */
function formText(body: string): string {
  return sortedPairs(formOf(body))
    .filter(([name, value], i, all) => name !== all[i - 1]?.[0] || value !== all[i - 1]?.[1])
    .flat()
    .join('')
}
