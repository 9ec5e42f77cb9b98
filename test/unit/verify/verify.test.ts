import { describe, expect, it } from 'vitest'
import { CASES, NOW } from './requests.ts'

const MINUTE = 60_000
const OTHERS = ['0', 'A', '=', '&', '%', ' ', '"', '}']

/** Every text that differs from this one in one character, or lacks one, or has one more. */
function* tampered(text: string): Generator<string> {
  for (let i = 0; i < text.length; i++) {
    yield text.slice(0, i) + text.slice(i + 1)
    for (const other of OTHERS)
      if (other !== text[i]) yield text.slice(0, i) + other + text.slice(i + 1)
  }
  for (const more of ['0', '&a=b', '?', '\0', '}']) yield* [text + more, more + text]
}

/** Which of the changed texts are believed, though they mean something else. */
const believed = (
  text: string,
  meaning: (text: string) => string,
  isGenuine: (changed: string) => boolean,
) =>
  [...tampered(text)].filter((changed) => meaning(changed) !== meaning(text) && isGenuine(changed))

/**
 * Hex in capitals is the same; a scheme's name is; what stands behind a list's comma or blank is
 * another signature.
 */
const signatureText = (text: string) =>
  text
    .replace(/^bearer /i, '')
    .replace(/[ ,].*$/s, '')
    .toLowerCase()

/**
 * Twilio and Plivo sign names and values in a row: where the one ends and the other starts, their
 * signature does not tell. Hex may be in capitals.
 */
const bodyText = (text: string) =>
  text.startsWith('{')
    ? text
    : [...new URLSearchParams(`&${text}`)].sort().flat().join('').toLowerCase()

describe.each(CASES)('$name', ({ sent, signature, signsUrl, isTimed, verify }) => {
  it('believes a genuine request', () => expect(verify(sent)).toEqual({ ok: true }))

  it('takes the body as bytes, and headers in any letter case, in arrays and as Headers', () => {
    const entries = Object.entries(sent.headers)
    const as = (change: (name: string, value: string) => [string, unknown]): unknown =>
      Object.fromEntries(entries.map(([name, value]) => change(name, value)))
    for (const headers of [
      new Headers(sent.headers),
      as((name, value) => [name.toLowerCase(), value]),
      as((name, value) => [name.toUpperCase(), [value]]),
      { ...sent.headers, get: 'a header', host: undefined },
    ]) {
      expect(verify({ ...sent, headers })).toEqual({ ok: true })
    }
    const bytes = new TextEncoder().encode(sent.body) as unknown as string
    expect(verify({ ...sent, body: bytes })).toEqual({ ok: true })
  })

  it('refuses another secret', () => {
    const secret = name(sent.headers).includes('telnyx')
      ? 'eu2zvPjhY6odxV34Z/EsRiERvTodkev4Fq0SlK90Izg='
      : 'whsec_b3RoZXI='
    expect(verify(sent, { secret })).toEqual({ ok: false, reason: 'wrong-signature' })
  })

  it('refuses any changed body', () => {
    expect(believed(sent.body, bodyText, (body) => verify({ ...sent, body }).ok)).toEqual([])
    expect(verify({ ...sent, body: '' }).ok).toBe(false)
  })

  if (signature)
    it('refuses any changed signature', () => {
      const key = signature ?? ''
      const text = sent.headers[key] ?? ''
      const isGenuine = (changed: string) =>
        verify({ ...sent, headers: { ...sent.headers, [key]: changed } }).ok
      expect(believed(text, signatureText, isGenuine)).toEqual([])
    })

  if (signsUrl)
    it('refuses any changed URL', () => {
      expect(believed(sent.url, String, (url) => verify({ ...sent, url }).ok)).toEqual([])
    })

  it('refuses a request without any one of its headers, and with hostile ones', () => {
    for (const missing of Object.keys(sent.headers)) {
      const headers = { ...sent.headers, [missing]: undefined }
      expect(verify({ ...sent, headers })).toEqual({ ok: false, reason: 'missing-signature' })
      for (const value of [
        '',
        ' ',
        '..',
        'a.b.c',
        '\0',
        '\ud800',
        '9'.repeat(5000),
        '{}',
        'NaN',
        ['x', 'y'],
        ['constructor'],
      ]) {
        expect(verify({ ...sent, headers: { ...sent.headers, [missing]: value } }).ok).toBe(false)
      }
    }
  })

  it.each([
    '{',
    '{"__proto__":1}',
    '[]',
    'null',
    '%',
    '&&',
    '\ud800',
    '\0',
    '"'.repeat(9999),
    '[' + '['.repeat(9999),
  ])('refuses the hostile body %j', (body) => expect(verify({ ...sent, body }).ok).toBe(false))

  if (isTimed)
    it('refuses what is older or newer than the tolerance, of 5 min by default', () => {
      const at = (now: number, tolerance?: number) => verify(sent, { now, tolerance }).reason
      expect([at(NOW + 5 * MINUTE), at(NOW + 5 * MINUTE + 1)]).toEqual([undefined, 'too-old'])
      expect([at(NOW - 5 * MINUTE), at(NOW - 5 * MINUTE - 1)]).toEqual([undefined, 'too-new'])
      expect([at(NOW, 0), at(NOW + 1, 0), at(NOW + 60 * MINUTE, Infinity)]).toEqual([
        undefined,
        'too-old',
        undefined,
      ])
    })
})

function name(headers: object): string {
  return Object.keys(headers).join().toLowerCase()
}
