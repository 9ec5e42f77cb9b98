import { createHash, createHmac, generateKeyPairSync, sign } from 'node:crypto'
import {
  verifyBird,
  verifyBirdChannels,
  verifyGatewayApi,
  verifyMessente,
  verifyPlivo,
  verifySinch,
  verifyTelnyx,
  verifyTwilio,
  verifyVonageJwt,
  verifyVonageSms,
  type Verification,
} from 'sms-delivery-state/verify'

/** What the tests change of a request; every function reads some of it. */
export interface Sent {
  url: string
  headers: Record<string, string>
  body: string
}

/** A function of `./verify`, and a genuine request as its provider signs it. */
export interface Case {
  name: string
  sent: Sent
  /** The header that carries the signature; in the body if there is none. */
  signature?: string
  /** Whether the URL is signed. */
  signsUrl?: boolean
  /** Whether the signature has a time in it. */
  isTimed?: boolean
  verify(sent: { url?: string; headers: unknown; body?: string }, options?: Options): Verification
}

interface Options {
  secret?: string
  now?: number
  tolerance?: number
}

export const NOW = Date.UTC(2026, 10, 21)
const SECONDS = `${NOW / 1000}`
const URL_CALLED = 'https://example.com/receipts?id=login-42&attempt=1'
const FORM = 'MessageSid=SM0b01&MessageStatus=undelivered&ErrorCode=30005&To=%2B15550100'
const JSON_BODY = '{"id":"0b01","status":"delivered","parts":2}'

export const base64 = (key: string | Buffer, ...parts: (string | Buffer)[]) =>
  mac('sha256', key, parts).digest('base64')

function mac(algorithm: string, key: string | Buffer, parts: (string | Buffer)[]) {
  const code = createHmac(algorithm, key)
  for (const part of parts) code.update(part)
  return code
}

/** A token as jsonwebtoken makes it; `alg` is what its head claims. */
export function token(claims: object, secret: string, alg = 'HS256'): string {
  const [head, body] = [{ alg, typ: 'JWT' }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  )
  return `${head}.${body}.${createHmac('sha256', secret).update(`${head}.${body}`).digest('base64url')}`
}

export const hashOf = (body: string) => createHash('sha256').update(body).digest('hex')

const keys = generateKeyPairSync('ed25519')
export const privateKey = keys.privateKey
export const publicKey = keys.publicKey
  .export({ format: 'der', type: 'spki' })
  .subarray(12)
  .toString('base64')

const JSON_URL = `${URL_CALLED}&bodySHA256=${hashOf(JSON_BODY)}`
const FORM_TEXT = 'ErrorCode30005MessageSidSM0b01MessageStatusundeliveredTo+15550100'

export const CASES: Case[] = [
  {
    name: 'verifyTwilio, a form',
    signature: 'X-Twilio-Signature',
    signsUrl: true,
    sent: {
      url: URL_CALLED,
      headers: {
        'X-Twilio-Signature': mac('sha1', 's3cret', [URL_CALLED + FORM_TEXT]).digest('base64'),
      },
      body: FORM,
    },
    verify: ({ url = URL_CALLED, headers, body }, { secret = 's3cret' } = {}) =>
      verifyTwilio({ secret, url, headers: asHeaders(headers), body }),
  },
  {
    name: 'verifyTwilio, JSON',
    signature: 'X-Twilio-Signature',
    signsUrl: true,
    sent: {
      url: JSON_URL,
      headers: { 'X-Twilio-Signature': mac('sha1', 's3cret', [JSON_URL]).digest('base64') },
      body: JSON_BODY,
    },
    verify: ({ url = JSON_URL, headers, body }, { secret = 's3cret' } = {}) =>
      verifyTwilio({ secret, url, headers: asHeaders(headers), body }),
  },
  {
    name: 'verifyVonageJwt',
    signature: 'Authorization',
    isTimed: true,
    sent: {
      url: '',
      headers: {
        Authorization: `Bearer ${token({ iat: NOW / 1000, payload_hash: hashOf(JSON_BODY) }, 's3cret')}`,
      },
      body: JSON_BODY,
    },
    verify: ({ headers, body }, { secret = 's3cret', now = NOW, tolerance } = {}) =>
      verifyVonageJwt({ secret, headers: asHeaders(headers), body, now, tolerance }),
  },
  {
    name: 'verifyVonageSms',
    isTimed: true,
    sent: {
      url: '',
      headers: {},
      body: `messageId=0A&sig=${mac('sha256', 's3cret', [`&messageId=0A&status=failed&timestamp=${SECONDS}`]).digest('hex')}&status=failed&timestamp=${SECONDS}`,
    },
    verify: ({ body }, { secret = 's3cret', now = NOW, tolerance } = {}) =>
      verifyVonageSms({ secret, algorithm: 'sha256hmac', body, now, tolerance }),
  },
  {
    name: 'verifyMessente',
    signature: 'X-Messente-Signature',
    sent: {
      url: '',
      headers: { 'X-Messente-Signature': mac('sha256', 's3cret', [JSON_BODY]).digest('hex') },
      body: JSON_BODY,
    },
    verify: ({ headers, body }, { secret = 's3cret' } = {}) =>
      verifyMessente({ secret, headers: asHeaders(headers), body }),
  },
  {
    name: 'verifyTelnyx',
    signature: 'Telnyx-Signature-Ed25519',
    isTimed: true,
    sent: {
      url: '',
      headers: {
        'Telnyx-Signature-Ed25519': sign(
          null,
          Buffer.from(`${SECONDS}|${JSON_BODY}`),
          privateKey,
        ).toString('base64'),
        'Telnyx-Timestamp': SECONDS,
      },
      body: JSON_BODY,
    },
    verify: ({ headers, body }, { secret = publicKey, now = NOW, tolerance } = {}) =>
      verifyTelnyx({ publicKey: secret, headers: asHeaders(headers), body, now, tolerance }),
  },
  {
    name: 'verifyPlivo',
    signature: 'X-Plivo-Signature-V3',
    signsUrl: true,
    sent: {
      url: URL_CALLED,
      headers: {
        'X-Plivo-Signature-V3': base64(
          's3cret',
          `https://example.com/receipts?attempt=1&id=login-42.${FORM_TEXT}.0542`,
        ),
        'X-Plivo-Signature-V3-Nonce': '0542',
      },
      body: FORM,
    },
    verify: ({ url = URL_CALLED, headers, body }, { secret = 's3cret' } = {}) =>
      verifyPlivo({ secret, url, headers: asHeaders(headers), body }),
  },
  {
    name: 'verifyBird',
    signature: 'Webhook-Signature',
    isTimed: true,
    sent: {
      url: '',
      headers: {
        'Webhook-Id': 'msg_1',
        'Webhook-Timestamp': SECONDS,
        'Webhook-Signature': `v1,${base64(Buffer.from('s3cret'), `msg_1.${SECONDS}.${JSON_BODY}`)}`,
      },
      body: JSON_BODY,
    },
    verify: ({ headers, body }, { secret = 'whsec_czNjcmV0', now = NOW, tolerance } = {}) =>
      verifyBird({ secret, headers: asHeaders(headers), body, now, tolerance }),
  },
  {
    name: 'verifyBirdChannels',
    signature: 'MessageBird-Signature',
    signsUrl: true,
    isTimed: true,
    sent: {
      url: URL_CALLED,
      headers: {
        'MessageBird-Request-Timestamp': SECONDS,
        'MessageBird-Signature': base64(
          's3cret',
          `${SECONDS}\n${URL_CALLED}\n`,
          createHash('sha256').update(JSON_BODY).digest(),
        ),
      },
      body: JSON_BODY,
    },
    verify: (
      { url = URL_CALLED, headers, body },
      { secret = 's3cret', now = NOW, tolerance } = {},
    ) => verifyBirdChannels({ secret, url, headers: asHeaders(headers), body, now, tolerance }),
  },
  {
    name: 'verifySinch',
    signature: 'x-sinch-webhook-signature',
    isTimed: true,
    sent: {
      url: '',
      headers: {
        'x-sinch-webhook-signature': base64('s3cret', `${JSON_BODY}.01F.${SECONDS}`),
        'x-sinch-webhook-signature-nonce': '01F',
        'x-sinch-webhook-signature-timestamp': SECONDS,
      },
      body: JSON_BODY,
    },
    verify: ({ headers, body }, { secret = 's3cret', now = NOW, tolerance } = {}) =>
      verifySinch({ secret, headers: asHeaders(headers), body, now, tolerance }),
  },
  {
    name: 'verifyGatewayApi',
    signature: 'X-Gwapi-Signature',
    sent: {
      url: '',
      headers: { 'X-Gwapi-Signature': token(JSON.parse(JSON_BODY) as object, 's3cret') },
      body: JSON_BODY,
    },
    verify: ({ headers, body }, { secret = 's3cret' } = {}) =>
      verifyGatewayApi({ secret, headers: asHeaders(headers), body }),
  },
]

/** Hostile headers are no type that the functions take: here that is the point. */
function asHeaders(headers: unknown): Headers {
  return headers as Headers
}
