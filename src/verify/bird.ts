import { createSecretKey } from 'node:crypto'
import { hmac, isSame, sha256Bytes } from './digest.ts'
import type { Aging, RequestToUrl, Secret, SignedRequest } from './request.ts'
import { timedRefusal, verifier } from './verifier.ts'

const PREFIX = 'whsec_'

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
export const verifyBird = /* @__PURE__ */ verifier<Secret & Aging & SignedRequest>(
  'verifyBird',
  ['secret', 'now'],
  ['webhook-signature', 'webhook-timestamp', 'webhook-id'],
  (request, signatures, time, id) => {
    const { secret, body } = request
    const key = secret.startsWith(PREFIX)
      ? createSecretKey(secret.slice(PREFIX.length), 'base64')
      : secret
    const expected = `v1,${hmac('sha256', key, 'base64', `${id}.${time}.`, body)}`
    return timedRefusal(
      signatures.split(' ').some((each) => isSame(each, expected)),
      time,
      request,
    )
  },
)

/**
 * Bird's Channels API: `messagebird-signature` over the time, the URL and the body's hash.
 * The secret is the `signingKey` that the webhook subscription was created with.
 *
 * Source:
 * https://docs.bird.com/api/notifications-api/api-reference/webhook-subscriptions/verifying-a-webhook-subscription
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
export const verifyBirdChannels = /* @__PURE__ */ verifier<Secret & Aging & RequestToUrl>(
  'verifyBirdChannels',
  ['secret', 'url', 'now'],
  ['messagebird-signature', 'messagebird-request-timestamp'],
  (request, signature, time) => {
    const { secret, url, body } = request
    const expected = hmac('sha256', secret, 'base64', `${time}\n${url}\n`, sha256Bytes(body))
    return timedRefusal(isSame(signature, expected), time, request)
  },
)
