// Made of the folders by `npm run update`.
import { bandwidth } from './bandwidth/index.ts'
import { bird } from './bird/index.ts'
import { canonical } from './canonical/index.ts'
import { infobip } from './infobip/index.ts'
import { messagebird } from './messagebird/index.ts'
import { messente } from './messente/index.ts'
import { plivo } from './plivo/index.ts'
import { sinch } from './sinch/index.ts'
import { smpp } from './smpp/index.ts'
import { telnyx } from './telnyx/index.ts'
import { twilio } from './twilio/index.ts'
import { vonage } from './vonage/index.ts'

export { bandwidth, bird, canonical, infobip, messagebird, messente, plivo, sinch, smpp, telnyx, twilio, vonage }

/** All providers that the library knows, by name. */
export const providers = /* @__PURE__ */ Object.freeze({
  bandwidth,
  bird,
  canonical,
  infobip,
  messagebird,
  messente,
  plivo,
  sinch,
  smpp,
  telnyx,
  twilio,
  vonage,
})
