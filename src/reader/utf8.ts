/**
 * Bytes as text, without a byte order mark. In Jest's jsdom there is no TextDecoder: what is no
 * UTF-8 throws there, and is U+FFFD elsewhere. Linear in their number.
 */
export function utf8(bytes: Uint8Array): string {
  if (typeof TextDecoder === 'function') return new TextDecoder().decode(bytes)
  const escaped = Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`)
  return decodeURIComponent(escaped.join('')).replace(/^\uFEFF/, '')
}

/**
 * Whether something is bytes, a Buffer too, of whatever realm: a worker, node:vm and jsdom have
 * classes of their own.
 */
export const isBytes = (value: unknown): value is Uint8Array =>
  Object.prototype.toString.call(value) === '[object Uint8Array]'
