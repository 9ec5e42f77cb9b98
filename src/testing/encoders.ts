// Made of the folders by `npm run update`.
import { encoder as africastalking } from '../providers/africastalking/encode.ts'
import { encoder as aws } from '../providers/aws/encode.ts'
import { encoder as azure } from '../providers/azure/encode.ts'
import { encoder as bandwidth } from '../providers/bandwidth/encode.ts'
import { encoder as bird } from '../providers/bird/encode.ts'
import { encoder as canonical } from '../providers/canonical/encode.ts'
import { encoder as clicksend } from '../providers/clicksend/encode.ts'
import { encoder as elks46 } from '../providers/elks46/encode.ts'
import { encoder as firetext } from '../providers/firetext/encode.ts'
import { encoder as gatewayapi } from '../providers/gatewayapi/encode.ts'
import { encoder as infobip } from '../providers/infobip/encode.ts'
import { encoder as jasmin } from '../providers/jasmin/encode.ts'
import { encoder as kannel } from '../providers/kannel/encode.ts'
import { encoder as messagebird } from '../providers/messagebird/encode.ts'
import { encoder as messente } from '../providers/messente/encode.ts'
import { encoder as mmg } from '../providers/mmg/encode.ts'
import { encoder as plivo } from '../providers/plivo/encode.ts'
import { encoder as sinch } from '../providers/sinch/encode.ts'
import { encoder as smpp } from '../providers/smpp/encode.ts'
import { encoder as smsapi } from '../providers/smsapi/encode.ts'
import { encoder as telesign } from '../providers/telesign/encode.ts'
import { encoder as telnyx } from '../providers/telnyx/encode.ts'
import { encoder as twilio } from '../providers/twilio/encode.ts'
import { encoder as vonage } from '../providers/vonage/encode.ts'
import type { Encoder } from '../reader/encoder.ts'

/** One for each provider. */
export const encoders: Readonly<Record<string, Encoder>> = {
  africastalking,
  aws,
  azure,
  bandwidth,
  bird,
  canonical,
  clicksend,
  elks46,
  firetext,
  gatewayapi,
  infobip,
  jasmin,
  kannel,
  messagebird,
  messente,
  mmg,
  plivo,
  sinch,
  smpp,
  smsapi,
  telesign,
  telnyx,
  twilio,
  vonage,
}
