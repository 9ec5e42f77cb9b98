/**
 * Why a request is refused.
 *
 * | reason | what it says |
 * |---|---|
 * | missing-signature | no signature came, or only a part of what it needs |
 * | malformed-signature | what came cannot be read as a signature of this provider |
 * | wrong-signature | nobody who knows the secret has signed this request |
 * | wrong-body | the signature is genuine, but was made for another body |
 * | wrong-url | the signature is genuine, but for another URL; or `url` is not a whole one |
 * | too-old | the signature is genuine, and older than the tolerance: a replay, or a slow clock |
 * | too-new | the signature is genuine, and from further ahead than the tolerance |
 */
export const REFUSALS = [
  'missing-signature',
  'malformed-signature',
  'wrong-signature',
  'wrong-body',
  'wrong-url',
  'too-old',
  'too-new',
] as const

export type Refusal = (typeof REFUSALS)[number]

/** The answer of every function here. A reason is for your log, never for the sender. */
export type Verification = { readonly ok: true; readonly reason?: undefined } | { readonly ok: false; readonly reason: Refusal }

export function toVerification(refusal: Refusal | undefined): Verification {
  return refusal === undefined ? { ok: true } : { ok: false, reason: refusal }
}
