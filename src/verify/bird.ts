import { ageRefusal, secondsOf } from './age.ts'
import { bytesOf } from './base64.ts'
import { checkFields, throwMisuse } from './check.ts'
import { hmac, isSame, sha256Bytes } from './digest.ts'
import { headerOf, type Aging, type RequestToUrl, type Secret, type SignedRequest } from './request.ts'
import { toVerification, type Refusal, type Verification } from './verification.ts'

/**
 * The Bird API: Standard Webhooks. The secret is the endpoint's own and starts with `whsec_`.
 * While a secret is rotated, the request carries a signature for each.
 *
 * Source: https://bird.com/docs/webhooks and https://www.standardwebhooks.com.
 *
 * @throws TypeError for misuse; never for anything that the network sends
 * @example
 * ```ts
 * const verification = verifyBird({
 *   secret: 'whsec_c2VjcmV0',
 *   headers: new Headers({
 *     'webhook-id': 'msg_1',
 *     'webhook-timestamp': '1795219200',
 *     'webhook-signature': 'v1,GQZ8pj91SbFJr5wp2/8o3gBvx3KpAPlPn8KLcgQqFl0=',
 *   }),
 *   body: '{"type":"sms.delivered"}',
 *   now: Date.UTC(2026, 10, 21),
 * })
 * console.log(verification) // → { ok: true }
 * ```
 */
export function verifyBird(request: Secret & Aging & SignedRequest): Verification {
  const where = 'verifyBird'
  checkFields(where, request, ['secret', 'headers', 'body', 'now', 'tolerance'])
  const key = bytesOf(request.secret.replace(/^whsec_/, ''))
  if (!key) throwMisuse(where, 'secret', 'whsec_ and base64', request.secret, 'Copy it as Bird showed it.')
  return toVerification(birdRefusal(key, request))
}

function birdRefusal(key: Uint8Array, { headers, body, now, tolerance }: Aging & SignedRequest): Refusal | undefined {
  const id = headerOf(headers, 'webhook-id')
  const timestamp = headerOf(headers, 'webhook-timestamp')
  const signatures = headerOf(headers, 'webhook-signature')
  if (id === undefined || timestamp === undefined || signatures === undefined) return 'missing-signature'
  const seconds = secondsOf(timestamp)
  if (seconds === undefined) return 'malformed-signature'
  const expected = `v1,${hmac('sha256', key, 'base64', `${id}.${timestamp}.`, body)}`
  const isGenuine = signatures.split(' ').some((each) => isSame(each, expected))
  return isGenuine ? ageRefusal(seconds, { now, tolerance }) : 'wrong-signature'
}

/**
 * Bird's Channels API: `messagebird-signature` over the time, the URL and the body's hash.
 * The secret is the `signingKey` that the webhook subscription was created with.
 *
 * Source: https://docs.bird.com/api/notifications-api/api-reference/webhook-subscriptions/verifying-a-webhook-subscription
 *
 * @throws TypeError for misuse; never for anything that the network sends
 * @example
 * ```ts
 * const verification = verifyBirdChannels({
 *   secret: 'signing key',
 *   url: 'https://example.com/bird',
 *   headers: {
 *     'messagebird-signature': 'PShQZUluXmTm3OKL9o5vEOQ0v2T89xfWxQCQ+mbUZjk=',
 *     'messagebird-request-timestamp': '1795219200',
 *   },
 *   body: '{}',
 *   now: Date.UTC(2026, 10, 21),
 * })
 * console.log(verification) // → { ok: true }
 * ```
 */
export function verifyBirdChannels(request: Secret & Aging & RequestToUrl): Verification {
  checkFields('verifyBirdChannels', request, ['secret', 'url', 'headers', 'body', 'now', 'tolerance'])
  return toVerification(channelsRefusal(request))
}

function channelsRefusal({ secret, url, headers, body, ...aging }: Secret & Aging & RequestToUrl): Refusal | undefined {
  const signature = headerOf(headers, 'messagebird-signature')
  const timestamp = headerOf(headers, 'messagebird-request-timestamp')
  if (signature === undefined || timestamp === undefined) return 'missing-signature'
  const seconds = secondsOf(timestamp)
  if (seconds === undefined) return 'malformed-signature'
  const expected = hmac('sha256', secret, 'base64', `${timestamp}\n${url}\n`, sha256Bytes(body))
  return isSame(signature, expected) ? ageRefusal(seconds, aging) : 'wrong-signature'
}
