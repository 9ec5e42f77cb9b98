import { hmac, isSame } from './digest.ts'
import type { Refusal } from './verification.ts'

export type Claims = Readonly<Record<string, unknown>>

/**
 * The claims of a JSON Web Token that is signed with the secret, or why there are none.
 * Only HS256 counts, so that no token chooses `none`. Source: RFC 7515 and RFC 7519.
 */
export function claimsOf(token: string, secret: string): Claims | Refusal {
  const [head = '', body = ''] = token.split('.')
  const claims = decoded(body)
  if (decoded(head)?.alg !== 'HS256' || !claims) return 'malformed-signature'
  const expected = hmac('sha256', secret, 'base64url', `${head}.${body}`)
  return isSame(token, `${head}.${body}.${expected}`) ? claims : 'wrong-signature'
}

function decoded(part: string): Claims | undefined {
  try {
    const text = atob(part.replaceAll('-', '+').replaceAll('_', '/'))
    return parseObject(
      new TextDecoder().decode(Uint8Array.from(text, (char) => char.charCodeAt(0))),
    )
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
