// Made of the folders by `npm run update`.
import { africastalking } from './africastalking/index.ts'
import { aws } from './aws/index.ts'
import { azure } from './azure/index.ts'
import { bandwidth } from './bandwidth/index.ts'
import { bird } from './bird/index.ts'
import { canonical } from './canonical/index.ts'
import { clicksend } from './clicksend/index.ts'
import { elks46 } from './elks46/index.ts'
import { firetext } from './firetext/index.ts'
import { gatewayapi } from './gatewayapi/index.ts'
import { infobip } from './infobip/index.ts'
import { jasmin } from './jasmin/index.ts'
import { kannel } from './kannel/index.ts'
import { messagebird } from './messagebird/index.ts'
import { messente } from './messente/index.ts'
import { mmg } from './mmg/index.ts'
import { plivo } from './plivo/index.ts'
import { sinch } from './sinch/index.ts'
import { smpp } from './smpp/index.ts'
import { smsapi } from './smsapi/index.ts'
import { telesign } from './telesign/index.ts'
import { telnyx } from './telnyx/index.ts'
import { twilio } from './twilio/index.ts'
import { vonage } from './vonage/index.ts'

export {
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

/** All providers that the library knows, by name. */
export const providers = /* @__PURE__ */ Object.freeze({
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
})
