import { hmac, isSame } from './digest.ts'
import type { Refusal } from './verification.ts'

export type Claims = Readonly<Record<string, unknown>>

/**
 * The claims of a JSON Web Token that is signed with the secret, or why there are none.
 * Only the named algorithms count, so that no token chooses `none`.
 * Source: RFC 7515 and RFC 7519.
 */
export function claimsOf(token: string, secret: string, algorithms: readonly ('HS256' | 'HS384' | 'HS512')[]): Claims | Refusal {
  const [head = '', body = '', signature, ...more] = token.split('.')
  if (signature === undefined || more.length > 0) return 'malformed-signature'
  const named = decoded(head)?.alg
  const algorithm = algorithms.find((each) => each === named)
  const claims = decoded(body)
  if (!algorithm || !claims) return 'malformed-signature'
  const expected = hmac(`sha${algorithm.slice(2)}`, secret, 'base64url', `${head}.${body}`)
  return isSame(signature, expected) ? claims : 'wrong-signature'
}

function decoded(part: string): Claims | undefined {
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))
    return parseObject(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

/** A JSON object; undefined for any other text. */
export function parseObject(text: string): Claims | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isClaims(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isClaims(value: unknown): value is Claims {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
