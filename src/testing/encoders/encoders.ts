import type { providers } from '../../providers/index.ts'
import type { Encoder } from './encoder.ts'
import { canonical } from './canonical.ts'
import { messente } from './messente.ts'
import { smpp } from './smpp.ts'
import { twilio } from './twilio.ts'
import { vonage } from './vonage.ts'

/** One for each provider: the compiler sees to it that none is forgotten. */
export const encoders: Readonly<Record<string, Encoder>> = { canonical, messente, smpp, twilio, vonage } satisfies Record<
  keyof typeof providers,
  Encoder
>
