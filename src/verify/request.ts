/** `Headers`, or an object such as Node's `request.headers`; names in any letter case. */
export type RequestHeaders =
  HasGet | { readonly [name: string]: string | readonly string[] | undefined }

interface HasGet {
  get(name: string): string | null
}

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
  /**
   * How far from `now` the signature may have been made, before or after, in ms from 0; 5 min by
   * default.
   */
  readonly tolerance?: number | undefined
}

/**
 * The values of one header, joined as `Headers` does it; undefined if there is none, or an empty
 * one.
 */
export function headerOf(headers: RequestHeaders, name: string): string | undefined {
  return (hasGet(headers) ? headers.get(name) : valuesOf(headers, name).join(', ')) || undefined
}

function valuesOf(headers: Exclude<RequestHeaders, HasGet>, name: string): readonly string[] {
  return Object.entries(headers).flatMap(([key, value]) =>
    key.toLowerCase() === name ? (value ?? []) : [],
  )
}

/** An object may have a header that is called `get`, but not a function. */
function hasGet(headers: RequestHeaders): headers is HasGet {
  return typeof headers.get === 'function'
}

export function textOf(body: SignedRequest['body']): string {
  // A byte order mark is part of what was signed.
  return typeof body === 'string'
    ? body
    : new TextDecoder('utf-8', { ignoreBOM: true }).decode(body ?? new Uint8Array())
}
