import type { providers } from '../../providers/index.ts'
import type { Encoder } from './encoder.ts'
import { twilio } from './twilio.ts'

/** One for each provider: the compiler sees to it that none is forgotten. */
export const encoders: Readonly<Record<string, Encoder>> = { twilio } satisfies Record<keyof typeof providers, Encoder>
