/** `Headers`, or an object such as Node's `request.headers`; names in any letter case. */
export type RequestHeaders =
  { get(name: string): string | null } | { readonly [name: string]: string | readonly string[] | undefined }

/** What every signed request has. */
export interface SignedRequest {
  /** The request's headers, as they came. */
  readonly headers: RequestHeaders
  /** The raw body, text or bytes, never a parsed one. No body is an empty one. */
  readonly body?: string | Uint8Array | null | undefined
}

/** A request whose signature covers the URL as well. */
export interface RequestToUrl extends SignedRequest {
  /** The whole URL that the provider called, with `https://`, host and query. */
  readonly url: string
}

/** What is shared with the provider. */
export interface Secret {
  /** The secret text. A new one: ask with the new one first, then with the old one. */
  readonly secret: string
}

/** A signature that tells when it was made. */
export interface Aging {
  /** The instant at which the request came, in ms since the epoch. */
  readonly now: number
  /** How far from `now` the signature may have been made, before or after, in ms from 0; 5 min by default. */
  readonly tolerance?: number | undefined
}

/** The values of one header, joined as `Headers` does it; undefined if there is none. */
export function headerOf(headers: RequestHeaders, name: string): string | undefined {
  if (hasGet(headers)) return headers.get(name) ?? undefined
  const values = Object.entries(headers).flatMap(([key, value]) => (key.toLowerCase() === name ? (value ?? []) : []))
  return values.length > 0 ? values.join(', ') : undefined
}

function hasGet(headers: RequestHeaders): headers is { get(name: string): string | null } {
  // A header may be called `get`, too.
  return typeof headers.get === 'function'
}

export function textOf(body: SignedRequest['body']): string {
  // A byte order mark is part of what was signed.
  return typeof body === 'string' ? body : new TextDecoder('utf-8', { ignoreBOM: true }).decode(body ?? new Uint8Array())
}
