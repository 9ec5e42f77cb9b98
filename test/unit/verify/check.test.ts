import { verifyBird, verifyTelnyx, verifyTwilio, verifyVonageSms } from 'sms-delivery-state/verify'
import { describe, expect, it } from 'vitest'
import { NOW } from './requests.ts'

const twilio = { secret: 's', url: 'https://x.example', headers: {}, body: '' }
const bird = { secret: 'whsec_c2VjcmV0', headers: {}, body: '', now: NOW }

/** What a caller in JavaScript may hand in. */
const call = (verify: (request: never) => unknown, request: unknown) => () =>
  verify(request as never)

describe('misuse', () => {
  it.each([
    [
      verifyTwilio,
      undefined,
      'verifyTwilio: secret must be a text that is not empty, base64 behind whsec_, got undefined. ',
    ],
    [
      verifyTwilio,
      { ...twilio, secret: '' },
      'verifyTwilio: secret must be a text that is not empty',
    ],
    [
      verifyTwilio,
      { ...twilio, secret: 12345 },
      'verifyTwilio: secret must be a text that is not empty, base64 behind whsec_, got number. ',
    ],
    [
      verifyTwilio,
      { ...twilio, url: undefined },
      'verifyTwilio: url must be the whole URL that was called, got undefined. Join ',
    ],
    [
      verifyTwilio,
      { ...twilio, headers: null },
      'verifyTwilio: headers must be Headers or an object, got object. Pass request.headers.',
    ],
    [
      verifyTwilio,
      { ...twilio, body: { a: 1 } },
      'verifyTwilio: body must be the raw text or bytes, got object. Keep it ',
    ],
    [verifyBird, { ...bird, secret: 'whsec_' }, 'verifyBird: secret must be '],
    [verifyBird, { ...bird, secret: 'whsec_!!' }, 'verifyBird: secret must be '],
    [
      verifyBird,
      { ...bird, now: NOW / 1000 },
      'verifyBird: now must be ms since the epoch, from 1e11 to below 1e14, got 1795219200. Pass Date.now().',
    ],
    [verifyBird, { ...bird, now: NOW * 1000 }, 'verifyBird: now must be '],
    [
      verifyBird,
      { ...bird, now: NaN },
      'verifyBird: now must be ms since the epoch, from 1e11 to below 1e14, got NaN. ',
    ],
    [verifyBird, { ...bird, now: new Date(NOW) }, 'verifyBird: now must be '],
    [
      verifyBird,
      { ...bird, tolerance: -1 },
      'verifyBird: tolerance must be ms from 0, got -1. Or leave it out.',
    ],
    [verifyBird, { ...bird, tolerance: NaN }, 'verifyBird: tolerance must be ms from 0, got NaN. '],
    [
      verifyTelnyx,
      { ...bird, publicKey: 'c2hvcnQ=' },
      'verifyTelnyx: publicKey must be 32 bytes in base64, got string. Copy it ',
    ],
    [
      verifyVonageSms,
      { ...bird, algorithm: 'md5' },
      'verifyVonageSms: algorithm must be md5hash, md5hmac, ',
    ],
  ])('of %o with %o is told', (verify, request, message) => {
    expect(call(verify, request)).toThrow(TypeError)
    expect(call(verify, request)).toThrow(`sms-delivery-state: ${message}`)
  })

  it('never tells a secret', () => {
    expect(call(verifyBird, { ...bird, secret: 'whsec_p4ssw0rd!' })).toThrow(/got string\. /)
    expect(call(verifyBird, { ...bird, secret: 'whsec_p4ssw0rd!' })).not.toThrow(/p4ssw0rd/)
  })

  it('is not a request without a body: a sender decides that', () => {
    for (const body of [undefined, null])
      expect(verifyTwilio({ ...twilio, body }).reason).toBe('missing-signature')
  })
})
