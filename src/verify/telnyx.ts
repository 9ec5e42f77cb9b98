import { createPublicKey, verify } from 'node:crypto'
import type { Aging, SignedRequest } from './request.ts'
import { timedRefusal, verifier } from './verifier.ts'

export interface TelnyxRequest extends Aging, SignedRequest {
  /** The account's public key as the Telnyx portal shows it: 32 bytes in base64. */
  readonly publicKey: string
}

/** What stands before 32 bytes in the DER form of an Ed25519 key (RFC 8410). */
const ED25519 = 'MCowBQYDK2VwAyEA'

/**
 * Telnyx: `telnyx-signature-ed25519` over `telnyx-timestamp` and the body. What is needed is a
 * public key: who reads your configuration cannot forge a receipt.
 *
 * Source: https://developers.telnyx.com/docs/development/sdk/node/webhooks, and npm telnyx 7.24.0.
 *
 * @throws TypeError for misuse; never for anything that the network sends
 * @example
 * ```ts
 * const verification = verifyTelnyx({
 *   publicKey: 'A+sc3++vQN6T8Uz2DobufG8omYyPciUN/MSEhmkQid0=',
 *   headers: {
 *     'telnyx-signature-ed25519':
 *       'bjTNvw3fhFtQaJOZWwafVHD26qkNJcUdeUXiNsqlh6XPkQZNQnoJ4734x5OM' +
 *       'VFuoVX53CCP2tGuxHM0TLflqBQ==',
 *     'telnyx-timestamp': '1795219200',
 *   },
 *   body: '{}',
 *   now: Date.UTC(2026, 10, 21),
 * })
 * console.log(verification) // → { ok: true }
 * ```
 */
export const verifyTelnyx = /* @__PURE__ */ verifier<TelnyxRequest>(
  'verifyTelnyx',
  ['publicKey', 'now'],
  ['telnyx-signature-ed25519', 'telnyx-timestamp'],
  (request, signature, time) => {
    const { publicKey, body } = request
    const key = createPublicKey({
      key: ED25519 + publicKey,
      encoding: 'base64',
      format: 'der',
      type: 'spki',
    })
    const bytes = decoded(signature)
    return timedRefusal(
      bytes !== undefined && verify(null, joined(`${time}|`, body), key, bytes),
      time,
      request,
    )
  },
)

/** Two texts must not be the same bytes, or a signature could be changed and stay valid. */
function decoded(base64: string): Uint8Array | undefined {
  try {
    const text = atob(base64)
    return btoa(text) === base64 ? Uint8Array.from(text, (char) => char.charCodeAt(0)) : undefined
  } catch {
    return undefined
  }
}

function joined(start: string, body: SignedRequest['body']): Uint8Array {
  const encoder = new TextEncoder()
  return new Uint8Array([
    ...encoder.encode(start),
    ...(typeof body === 'string' ? encoder.encode(body) : (body ?? [])),
  ])
}
