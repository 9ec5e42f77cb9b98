import type { Provider } from 'sms-delivery-state'
import { messente, twilio, vonage } from 'sms-delivery-state/providers'
import {
  verifyMessente,
  verifyTwilio,
  verifyVonageJwt,
  type RequestToUrl,
  type Verification,
} from 'sms-delivery-state/verify'

/** Somebody who sends receipts, and how we know that it is them. */
export interface Source {
  readonly provider: Provider
  verify(request: RequestToUrl, now: number): Verification
}

type Check = (secret: string, request: RequestToUrl, now: number) => Verification

const KNOWN: readonly (readonly [Provider, string, Check])[] = [
  [twilio, 'TWILIO_AUTH_TOKEN', (secret, request) => verifyTwilio({ secret, ...request })],
  [
    messente,
    'MESSENTE_API_PASSWORD',
    (secret, { headers, body }) => verifyMessente({ secret, headers, body }),
  ],
  [
    vonage,
    'VONAGE_SIGNATURE_SECRET',
    (secret, { headers, body }, now) => verifyVonageJwt({ secret, headers, body, now }),
  ],
]

/** By name. A provider whose secret is not set is not listened to. */
export const sourcesOf = (secrets: Readonly<Record<string, string | undefined>>) =>
  new Map(
    KNOWN.flatMap(([provider, variable, check]): [string, Source][] => {
      const secret = secrets[variable]
      if (!secret) return []
      return [[provider.name, { provider, verify: (...request) => check(secret, ...request) }]]
    }),
  )
