import { ageRefusal, secondsOf } from './age.ts'
import { checkFields } from './check.ts'
import { hmac, isSame } from './digest.ts'
import { headerOf, type Aging, type Secret, type SignedRequest } from './request.ts'
import { toVerification, type Refusal, type Verification } from './verification.ts'

type SinchRequest = Secret & Aging & SignedRequest

const HEADER = 'x-sinch-webhook-signature'

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
export function verifySinch(request: SinchRequest): Verification {
  checkFields('verifySinch', request, ['secret', 'headers', 'body', 'now', 'tolerance'])
  return toVerification(refusalOf(request))
}

function refusalOf({ secret, headers, body, ...aging }: SinchRequest): Refusal | undefined {
  const signature = headerOf(headers, HEADER)
  const nonce = headerOf(headers, `${HEADER}-nonce`)
  const timestamp = headerOf(headers, `${HEADER}-timestamp`)
  if (signature === undefined || nonce === undefined || timestamp === undefined) return 'missing-signature'
  const seconds = secondsOf(timestamp)
  const algorithm = headerOf(headers, `${HEADER}-algorithm`) ?? 'HmacSHA256'
  if (seconds === undefined || algorithm !== 'HmacSHA256') return 'malformed-signature'
  const expected = hmac('sha256', secret, 'base64', body, `.${nonce}.${timestamp}`)
  return isSame(signature, expected) ? ageRefusal(seconds, aging) : 'wrong-signature'
}
