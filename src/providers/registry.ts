// Made of the folders by `npm run update`.
import { canonical } from './canonical/index.ts'
import { firetext } from './firetext/index.ts'
import { jasmin } from './jasmin/index.ts'
import { kannel } from './kannel/index.ts'
import { messente } from './messente/index.ts'
import { mmg } from './mmg/index.ts'
import { smpp } from './smpp/index.ts'
import { twilio } from './twilio/index.ts'
import { vonage } from './vonage/index.ts'

export { canonical, firetext, jasmin, kannel, messente, mmg, smpp, twilio, vonage }

/** All providers that the library knows, by name. */
export const providers = /* @__PURE__ */ Object.freeze({
  canonical,
  firetext,
  jasmin,
  kannel,
  messente,
  mmg,
  smpp,
  twilio,
  vonage,
})
