// Made of the folders by `npm run update`.
import { encoder as canonical } from '../providers/canonical/encode.ts'
import { encoder as firetext } from '../providers/firetext/encode.ts'
import { encoder as jasmin } from '../providers/jasmin/encode.ts'
import { encoder as kannel } from '../providers/kannel/encode.ts'
import { encoder as messente } from '../providers/messente/encode.ts'
import { encoder as mmg } from '../providers/mmg/encode.ts'
import { encoder as smpp } from '../providers/smpp/encode.ts'
import { encoder as twilio } from '../providers/twilio/encode.ts'
import { encoder as vonage } from '../providers/vonage/encode.ts'
import type { Encoder } from '../reader/encoder.ts'

/** One for each provider. */
export const encoders: Readonly<Record<string, Encoder>> = {
  canonical,
  firetext,
  jasmin,
  kannel,
  messente,
  mmg,
  smpp,
  twilio,
  vonage,
}
