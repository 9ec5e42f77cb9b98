// Raw receipts
export { receipt, everyEventOf, statusesOf } from './receipt.ts'
export type { Receipt } from './raw-receipt.ts'

// The story of one message
export { scenario, START, type Scenario, type ScenarioOptions } from './scenario.ts'
export type { StepFields } from './steps.ts'
export type { Duration, Moment } from './duration.ts'

// A network in a box
export { simulate, type NetworkStep } from './network/simulate.ts'
export type { Chances, Delays, NetworkOptions } from './network/options.ts'
export type { Delay } from './network/delay.ts'
export type { Fate, Trouble, TrueAttempt, TruePart, Truth } from './network/truth.ts'

// Laws for your own code
export { assertHandler, assertOrderIndependent, assertReducer } from './assertions.ts'
export type { Received } from './events-in.ts'
export { arbitraries, type Arbitraries } from './arbitraries.ts'
export type { Arbitrary, ArbitraryLike, FastCheckLike } from './fast-check.ts'
export { matchers, type DeliveryMatchers, type MatcherResult } from './matchers.ts'
export { providerContract, type ContractReceipt, type TestRunner } from './contract.ts'
