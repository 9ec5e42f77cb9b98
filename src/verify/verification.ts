/**
 * Why a request is refused.
 *
 * | reason | what it says |
 * |---|---|
 * | missing-signature | no signature came, or only a part of what it needs |
 * | malformed-signature | what came cannot be read as a signature of this provider |
 * | wrong-signature | nobody who knows the secret has signed this body, and this URL where it counts |
 * | wrong-body | the signature is genuine, but was made for another body |
 * | too-old | the signature is genuine, and older than the tolerance: a replay, or a slow clock |
 * | too-new | the signature is genuine, and from further ahead than the tolerance |
 */
export type Refusal =
  | 'missing-signature'
  | 'malformed-signature'
  | 'wrong-signature'
  | 'wrong-body'
  | 'too-old'
  | 'too-new'

/** The answer of every function here. A reason is for your log, never for the sender. */
export type Verification =
  | { readonly ok: true; readonly reason?: undefined }
  | { readonly ok: false; readonly reason: Refusal }
