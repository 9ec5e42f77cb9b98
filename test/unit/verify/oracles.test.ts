import { verifySignature } from '@vonage/jwt'
import fc from 'fast-check'
import plivo from 'plivo'
import {
  verifyGatewayApi,
  verifyMessente,
  verifyPlivo,
  verifySinch,
  verifyTelnyx,
  verifyTwilio,
  verifyVonageJwt,
  verifyVonageSms,
} from 'sms-delivery-state/verify'
import Telnyx from 'telnyx'
import twilio from 'twilio'
import { createHmac, sign } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { base64, hashOf, NOW, privateKey, publicKey, token } from './requests.ts'

/* The providers' own packages judge the same requests; where there is none, what their documentation computes. */

const word = fc.string({ unit: fc.constantFrom(...'aZ09 +&=%?#/é中~'), minLength: 1, maxLength: 6 })
const params = fc.dictionary(word, fc.oneof(word, fc.array(word, { minLength: 1, maxLength: 3 })), {
  noNullPrototype: true,
})
const url = fc
  .tuple(
    fc.constantFrom(
      'https://x.example',
      'http://x.example:80',
      'https://x.example:8443',
      'https://u:p@x.example',
      'https://[::1]:1',
    ),
    fc.constantFrom('/', '/hook', '/hook/é'.normalize('NFC').replace('é', '%C3%A9')),
    fc.constantFrom('', '?a=1&b=%20', '?b=2&a=1&a=0', "?m=a'b"),
  )
  .map((parts) => parts.join(''))

type Params = Record<string, string | string[]>
const formOf = (values: Params) =>
  new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
  ).toString()

describe('verifyTwilio', () => {
  it('says what the package twilio says, of forms', () => {
    const arbitrary = fc.record({
      url,
      values: params,
      more: fc.constantFrom('', '&x=1'),
      port: fc.boolean(),
    })
    fc.assert(
      fc.property(arbitrary, ({ url: called, values, more, port }) => {
        const signed = port ? called : called.replace(/:\d+(?=\/)/, '')
        const signature = twilio.getExpectedTwilioSignature('token', signed, values)
        const body = formOf(values) + more
        const all = more ? { ...values, x: [...[values.x ?? []].flat(), '1'] } : values
        const headers = { 'x-twilio-signature': signature }
        const { ok } = verifyTwilio({ secret: 'token', url: called, headers, body })
        expect(ok).toBe(twilio.validateRequest('token', signature, called, all))
        // A port is dropped or added, but never another one.
        expect(ok).toBe(!more || [values.x ?? []].flat().includes('1'))
      }),
    )
  })

  it('says what the package twilio says, of JSON, and of SharedKeys', () => {
    const body = '{"a":1}'
    const called = `https://x.example/h?bodySHA256=${hashOf(body)}`
    for (const algorithm of ['HMAC_SHA1', 'HMAC_SHA256', 'HMAC_MD5']) {
      const signing = algorithm === 'HMAC_MD5' ? 'HMAC_SHA1' : algorithm
      const signature = twilio.getExpectedTwilioSignature('key', called, {}, signing)
      const headers = {
        'X-Twilio-Signature': signature,
        'X-Twilio-Webhooks-Signature-Settings': `key=webhooks_sharedkey_1,algorithm=${algorithm}`,
      }
      vi.spyOn(console, 'warn').mockImplementation(() => {})
      for (const each of [body, '{"a":2}']) {
        const { ok } = verifyTwilio({ secret: 'key', url: called, headers, body: each })
        expect(ok).toBe(twilio.validateRequestWithBody('key', signature, called, each, algorithm))
        expect(ok).toBe(each === body && algorithm !== 'HMAC_MD5')
      }
    }
  })

  it('refuses a forged JSON body, which validateRequest believes', () => {
    const called = `https://x.example/h?bodySHA256=${hashOf('{"a":1}')}`
    const signature = twilio.getExpectedTwilioSignature('token', called, {})
    const headers = { 'x-twilio-signature': signature }
    expect(twilio.validateRequest('token', signature, called, {})).toBe(true)
    for (const body of ['{"a":2}', '', undefined]) {
      expect(verifyTwilio({ secret: 'token', url: called, headers, body }).reason).toBe(
        'wrong-body',
      )
    }
  })

  it('refuses a form in which a name comes twice, of which a parser would sign the last alone', () => {
    const called = 'https://x.example/h'
    const signature = twilio.getExpectedTwilioSignature('token', called, { MessageStatus: 'sent' })
    const body = 'MessageStatus=failed&MessageStatus=sent'
    const verification = verifyTwilio({
      secret: 'token',
      url: called,
      headers: { 'x-twilio-signature': signature },
      body,
    })
    expect(verification.reason).toBe('wrong-signature')
    expect(
      twilio.validateRequest(
        'token',
        signature,
        called,
        Object.fromEntries(new URLSearchParams(body)),
      ),
    ).toBe(true)
  })
})

describe('verifyVonageJwt', () => {
  it('refuses what @vonage/jwt refuses, and another body and an old token, which it believes', () => {
    const body = '{"status":"delivered"}'
    const payload = { iat: NOW / 1000, payload_hash: hashOf(body) }
    const answers = [
      { claims: payload, secret: 's3cret', ours: undefined, theirs: true },
      {
        claims: { ...payload, exp: NOW / 1000 + 60 },
        secret: 's3cret',
        ours: undefined,
        theirs: true,
      },
      { claims: payload, secret: 'other', ours: 'wrong-signature', theirs: false },
      {
        claims: payload,
        secret: 's3cret',
        alg: 'none',
        ours: 'malformed-signature',
        theirs: false,
      },
      {
        claims: payload,
        secret: 's3cret',
        alg: 'HS512',
        ours: 'malformed-signature',
        theirs: false,
      },
      {
        claims: { ...payload, payload_hash: hashOf('{}') },
        secret: 's3cret',
        ours: 'wrong-body',
        theirs: true,
      },
      { claims: { iat: payload.iat }, secret: 's3cret', ours: 'wrong-body', theirs: true },
      {
        claims: { payload_hash: payload.payload_hash },
        secret: 's3cret',
        ours: 'malformed-signature',
        theirs: true,
      },
      {
        claims: { ...payload, iat: payload.iat - 86_400 },
        secret: 's3cret',
        ours: 'too-old',
        theirs: true,
      },
      {
        claims: { ...payload, exp: payload.iat - 1 },
        secret: 's3cret',
        ours: 'too-old',
        theirs: false,
      },
    ]
    vi.useFakeTimers({ now: NOW })
    for (const { claims, secret, alg, ours, theirs } of answers) {
      const jwt = token(claims, secret, alg)
      const headers = { authorization: `Bearer ${jwt}` }
      expect(verifyVonageJwt({ secret: 's3cret', headers, body, now: NOW }).reason).toBe(ours)
      expect(verifySignature(jwt, 's3cret')).toBe(theirs)
    }
    vi.useRealTimers()
  })
})

describe('verifyVonageSms', () => {
  // "Signing messages": the parameters by name, `&` and `=` in values become `_`.
  const text = `&messageId=0A&nonce=n&status=delivered&text=a_b_c&timestamp=${NOW / 1000}`
  const sent = {
    messageId: '0A',
    status: 'delivered',
    text: 'a&b=c',
    timestamp: `${NOW / 1000}`,
    nonce: 'n',
  }
  const sigs = {
    md5hmac: createHmac('md5', 's').update(text).digest('hex'),
    sha1hmac: createHmac('sha1', 's').update(text).digest('hex'),
    sha256hmac: createHmac('sha256', 's').update(text).digest('hex').toUpperCase(),
    sha512hmac: createHmac('sha512', 's').update(text).digest('hex'),
  }

  it.each(['md5hmac', 'sha1hmac', 'sha256hmac', 'sha512hmac'] as const)(
    'knows %s, in forms and JSON',
    (algorithm) => {
      const all = { ...sent, sig: sigs[algorithm] }
      for (const body of [new URLSearchParams(all).toString(), JSON.stringify(all)]) {
        expect(verifyVonageSms({ secret: 's', algorithm, body, now: NOW })).toEqual({ ok: true })
        expect(verifyVonageSms({ secret: 's', algorithm: 'md5hash', body, now: NOW }).ok).toBe(
          false,
        )
      }
    },
  )

  it('knows md5hash', () => {
    // md5('&messageId=0A&timestamp=1795219200' + 's3cret')
    const body = 'messageId=0A&timestamp=1795219200&sig=9df1c5cea061abffd925c167e2783046'
    expect(verifyVonageSms({ secret: 's3cret', algorithm: 'md5hash', body, now: NOW })).toEqual({
      ok: true,
    })
  })

  it.each([
    ['a name twice', 'status=failed&'],
    ['a name that holds another parameter', 'status%3Ddelivered%26x=1&'],
  ])('refuses %s', (_, more) => {
    const body = `${more}${new URLSearchParams({ ...sent, sig: sigs.sha1hmac }).toString()}`
    const { reason } = verifyVonageSms({ secret: 's', algorithm: 'sha1hmac', body, now: NOW })
    expect(reason).toBe('malformed-signature')
  })

  it('refuses JSON with what is no text', () => {
    const body = JSON.stringify({ ...sent, sig: sigs.sha1hmac, more: 1 })
    expect(verifyVonageSms({ secret: 's', algorithm: 'sha1hmac', body, now: NOW }).ok).toBe(false)
  })
})

describe('verifyPlivo', () => {
  it('says what the package plivo says', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'aZ09_ +%é'), minLength: 1, maxLength: 6 })
    const values = fc.dictionary(
      plain,
      fc.oneof(plain, fc.array(plain, { minLength: 1, maxLength: 3 })),
      {
        noNullPrototype: true,
      },
    )
    fc.assert(
      fc.property(url, values, fc.constantFrom('', '&x=1'), (called, form, more) => {
        const query = [...new URLSearchParams(called.split('?')[1] ?? '')]
          .sort()
          .map((pair) => pair.join('='))
          .join('&')
        const pairs = [...new URLSearchParams(formOf(form))].sort(([a, v], [b, w]) =>
          a < b || (a === b && v < w) ? -1 : 1,
        )
        const place = called.replace(/\?.*/s, '').replace('u:p@', '')
        const text =
          place +
          (query || pairs.length ? '?' : '') +
          query +
          (query && pairs.length ? '.' : '') +
          pairs.flat().join('')
        const signature = base64('token', `${text}.nonce`)
        const headers = {
          'X-Plivo-Signature-Ma-V3': `other, ${signature}`,
          'X-Plivo-Signature-V3-Nonce': 'nonce',
        }
        const all = more ? { ...form, x: [...[form.x ?? []].flat(), '1'] } : form
        const { ok } = verifyPlivo({
          secret: 'token',
          url: called,
          headers,
          body: formOf(form) + more,
        })
        expect(ok).toBe(!more)
        // The package does not read an IPv6 host.
        if (!called.includes('['))
          expect(plivo.validateV3Signature('POST', called, 'nonce', 'token', signature, all)).toBe(
            ok,
          )
      }),
    )
  })

  it('takes V2 for no signature: it does not cover the body', () => {
    const headers = {
      'X-Plivo-Signature-V2': 'c2ln',
      'X-Plivo-Signature-V2-Nonce': '1',
      'X-Plivo-Signature-V3-Nonce': '1',
    }
    expect(
      verifyPlivo({ secret: 'token', url: 'https://x.example', headers, body: '' }).reason,
    ).toBe('missing-signature')
  })
})

describe('verifyTelnyx', () => {
  it('says what the package telnyx says', async () => {
    const { webhooks } = new Telnyx({ apiKey: 'key', publicKey })
    vi.useFakeTimers({ now: NOW })
    for (const [time, body, changed] of [
      [NOW / 1000, '{"data":{}}', '{"data":{}}'],
      [NOW / 1000, '{"data":{}}', '{"data":[]}'],
      [NOW / 1000 - 301, '{"data":{}}', '{"data":{}}'],
      [NOW / 1000 + 301, '{"data":{}}', '{"data":{}}'],
      [NOW / 1000 - 300, '{"data":"é中"}', '{"data":"é中"}'],
    ] as const) {
      const headers = {
        'telnyx-signature-ed25519': sign(null, Buffer.from(`${time}|${body}`), privateKey).toString(
          'base64',
        ),
        'telnyx-timestamp': `${time}`,
      }
      const theirs = await webhooks.unwrap(changed, { headers }).then(
        () => true,
        () => false,
      )
      expect(verifyTelnyx({ publicKey, headers, body: changed, now: NOW }).ok).toBe(theirs)
    }
    vi.useRealTimers()
  })
})

describe('what documentation and SDKs compute', () => {
  it('Sinch, from its SDK for .NET', () => {
    const body =
      '{"app_id":"","accepted_time":"2021-10-18T17:49:13.813615Z","project_id":"e2df3a34-a71b-4448-9db5-a8d2baad28e4","contact_create_notification":{"contact":{"id":"01FJA8B466Y0R2GNXD78MD9SM1","channel_identities":[{"channel":"SMS","identity":"48123456789","app_id":""}],"display_name":"New Test Contact","email":"new.contact@email.com","external_id":"","metadata":"","language":"EN_US"}},"message_metadata":""}'
    const headers = {
      'x-sinch-webhook-signature-nonce': '01FJA8B4A7BM43YGWSG9GBV067',
      'x-sinch-webhook-signature-timestamp': '1634579353',
      'x-sinch-webhook-signature': '6bpJoRmFoXVjfJIVglMoJzYXxnoxRujzR4k2GOXewOE=',
    }
    expect(
      verifySinch({ secret: 'foo_secret1234', headers, body, now: 1_634_579_353_000 }),
    ).toEqual({ ok: true })
  })

  it('GatewayAPI, from its documentation', () => {
    const jwt =
      'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpZCI6MjM4MTcwMywibXNpc2RuIjo0NTQyNjA5MDQ1LCJ0aW1lIjoxNTIyNzY0MDYyLCJzdGF0dXMiOiJERUxJVkVSRUQiLCJlcnJvciI6bnVsbCwiY29kZSI6bnVsbCwidXNlcnJlZiI6bnVsbCwiY2FsbGJhY2tfdXJsIjoiaHR0cDovL2JiYWY3MTQyLm5ncm9rLmlvIiwiYXBpIjo0fQ.KdfDH65bnQtgxEkFnpAQodOciAJedZFB13r9wEo8t3Y'
    const receipt = {
      id: 2381703,
      msisdn: 4542609045,
      time: 1522764062,
      status: 'DELIVERED',
      callback_url: 'http://bbaf7142.ngrok.io',
      api: 4,
    }
    const reasonOf = (body: object) =>
      verifyGatewayApi({
        secret: 'secret',
        headers: { 'X-Gwapi-Signature': jwt },
        body: JSON.stringify(body),
      }).reason
    expect(reasonOf(receipt)).toBe(undefined)
    expect(reasonOf({ ...receipt, error: null, code: null, userref: null })).toBe(undefined)
    expect(reasonOf({ ...receipt, status: 'UNDELIVERED' })).toBe('wrong-body')
    expect(reasonOf({ ...receipt, more: 1 })).toBe('wrong-body')
    expect(reasonOf({ ...receipt, status: undefined })).toBe('wrong-body')
    expect(reasonOf([receipt])).toBe('wrong-body')
  })

  it('Messente: its hex may be in capitals', () => {
    const signature = createHmac('sha256', 'p').update('{}').digest('hex')
    for (const each of [signature, signature.toUpperCase()]) {
      const headers = { 'X-Messente-Signature': each }
      expect(verifyMessente({ secret: 'p', headers, body: '{}' })).toEqual({ ok: true })
    }
  })
})
