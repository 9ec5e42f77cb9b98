import { createPublicKey, verify } from 'node:crypto'
import { ageRefusal, secondsOf } from './age.ts'
import { bytesOf } from './base64.ts'
import { checkFields, throwMisuse } from './check.ts'
import { headerOf, type Aging, type SignedRequest } from './request.ts'
import { toVerification, type Refusal, type Verification } from './verification.ts'

export interface TelnyxRequest extends Aging, SignedRequest {
  /** The account's public key as the Telnyx portal shows it: 32 bytes in base64. */
  readonly publicKey: string
}

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
export function verifyTelnyx(request: TelnyxRequest): Verification {
  const where = 'verifyTelnyx'
  checkFields(where, request, ['publicKey', 'headers', 'body', 'now', 'tolerance'])
  if (bytesOf(request.publicKey)?.length !== 32) {
    throwMisuse(where, 'publicKey', '32 bytes in base64', request.publicKey, 'Copy it from the Telnyx portal.')
  }
  return toVerification(refusalOf(request))
}

function refusalOf({ publicKey, headers, body, ...aging }: TelnyxRequest): Refusal | undefined {
  const signature = headerOf(headers, 'telnyx-signature-ed25519')
  const timestamp = headerOf(headers, 'telnyx-timestamp')
  if (signature === undefined || timestamp === undefined) return 'missing-signature'
  const bytes = bytesOf(signature)
  const seconds = secondsOf(timestamp)
  if (bytes?.length !== 64 || seconds === undefined) return 'malformed-signature'
  return verify(null, joined(`${timestamp}|`, body), keyOf(publicKey), bytes) ? ageRefusal(seconds, aging) : 'wrong-signature'
}

function keyOf(publicKey: string) {
  const x = publicKey.replaceAll('+', '-').replaceAll('/', '_').replace('=', '')
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
}

function joined(start: string, body: SignedRequest['body']): Uint8Array {
  const encoder = new TextEncoder()
  const [head, rest] = [encoder.encode(start), typeof body === 'string' ? encoder.encode(body) : (body ?? [])]
  const all = new Uint8Array(head.length + rest.length)
  all.set(head)
  all.set(rest, head.length)
  return all
}
