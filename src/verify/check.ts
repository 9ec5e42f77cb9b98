/**
 * What the caller's own code must hand in, by the field's name: the test, its words, the remedy.
 * What the network decides (the content of headers, body and URL) is never judged here.
 */
const RULES = {
  // What decodes to no bytes would be a secret that everybody knows.
  secret: [
    /^(whsec_[A-Za-z0-9+/]{2,}=*|(?!whsec_).+)$/s,
    'a text that is not empty, base64 behind whsec_',
    'Pass what you share with the provider.',
  ],
  publicKey: [/^[A-Za-z0-9+/]{43}=$/, '32 bytes in base64', 'Copy it from the Telnyx portal.'],
  algorithm: [
    /^(md5hash|(md5|sha1|sha256|sha512)hmac)$/,
    'md5hash, md5hmac, sha1hmac, sha256hmac or sha512hmac',
    'See the Vonage dashboard.',
  ],
  url: [/./s, 'the whole URL that was called', 'Join your origin and the path.'],
  headers: [isObject, 'Headers or an object', 'Pass request.headers.'],
  body: [isRaw, 'the raw text or bytes', 'Keep it beside the parsed body.'],
  now: [isInstant, 'ms since the epoch, from 1e11 to below 1e14', 'Pass Date.now().'],
  tolerance: [isDuration, 'ms from 0', 'Or leave it out.'],
} as const

export type Field = keyof typeof RULES

/**
 * Misuse by the programmer. No text that was handed in is told: it may be the secret.
 * @throws TypeError for the first of the fields that is wrong; `where` is the caller's name
 */
export function checkFields(
  where: string,
  request: { readonly [K in Field]?: unknown },
  fields: readonly Field[],
): void {
  for (const field of fields) {
    const [rule, must, remedy] = RULES[field]
    const got = request?.[field]
    if (typeof rule === 'function' ? rule(got) : typeof got === 'string' && rule.test(got)) continue
    const kind = typeof got === 'number' && field !== 'secret' ? got : typeof got
    throw new TypeError(
      `sms-delivery-state: ${where}: ${field} must be ${must}, got ${kind}. ${remedy}`,
    )
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

/** A request without a body has none: that is the network's doing, not misuse. */
function isRaw(value: unknown): boolean {
  return typeof (value ?? '') === 'string' || ArrayBuffer.isView(value)
}

/** Seconds and microseconds are told from ms by their size. */
function isInstant(value: unknown): boolean {
  return typeof value === 'number' && value >= 1e11 && value < 1e14
}

function isDuration(value: unknown): boolean {
  return value === undefined || (typeof value === 'number' && value >= 0)
}
