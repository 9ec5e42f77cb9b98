import { createHash, createHmac, timingSafeEqual, type KeyObject } from 'node:crypto'

/** A text counts as UTF-8; none as an empty one. */
type Data = string | Uint8Array | null | undefined

export function sha256(data: Data): string {
  return sha256Bytes(data).toString('hex')
}

export function sha256Bytes(data: Data) {
  return createHash('sha256')
    .update(data ?? '')
    .digest()
}

export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex')
}

/** The HMAC of the parts in a row. */
export function hmac(
  algorithm: string,
  secret: string | KeyObject,
  encoding: 'hex' | 'base64' | 'base64url',
  ...parts: readonly Data[]
): string {
  const code = createHmac(algorithm, secret)
  for (const part of parts) code.update(part ?? '')
  return code.digest(encoding)
}

/** Compares in constant time. The digests have one length, so that the texts need not. */
export function isSame(a: string, b: string): boolean {
  return timingSafeEqual(sha256Bytes(a), sha256Bytes(b))
}
