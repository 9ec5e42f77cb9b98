import { twilio } from './twilio/index.ts'

/** All providers that the library knows, by name. */
export const providers = /* @__PURE__ */ Object.freeze({ twilio })
