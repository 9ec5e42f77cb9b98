import { checkIterable, checkKeys, checkObject, checkWhole } from '../../event/check.ts'
import { omitUndefined } from '../../event/omit-undefined.ts'
import { checkInstant } from '../../event/instant.ts'
import { throwMisuse } from '../../event/throw-misuse.ts'
import type { Provider } from '../../receipts/provider.ts'
import { encoderOf } from '../encoder-of.ts'
import { checkSeed } from '../random.ts'
import { START } from '../scenario.ts'
import { checkDelay, type Delay } from './delay.ts'

export interface NetworkOptions {
  /** Any whole number; the same one gives the same network. */
  readonly seed: number
  readonly messages: number
  /** Each attempt goes to one of them, by chance. */
  readonly providers: readonly Provider[]
  /** ms since the epoch: 15 January 2026, 09:00 UTC by default. */
  readonly start?: number | undefined
  /** ms between two messages, on average: 1,000 by default. */
  readonly every?: number | undefined
  readonly chances?: Partial<Chances> | undefined
  readonly delays?: Partial<Delays> | undefined
  /** How many ms each provider's clock is wrong at most, ahead or behind: 2,000 by default. */
  readonly skew?: number | undefined
  /**
   * When the service cannot be reached: once in every so many ms, and for how long. Receipts are
   * sent again when it is back, all at once.
   */
  readonly outages?: { readonly every: number; readonly lasts: number } | undefined
}

/** In what share of all cases it happens, from 0 to 1. */
export interface Chances {
  /** The platform refuses an attempt. 0.03 by default, and so on. */
  readonly failed: number
  /** A carrier reports that it could not deliver a part. 0.05 */
  readonly undelivered: number
  /** A part is gone, and nobody will ever know. 0.02 */
  readonly vanished: number
  /** A receipt never arrives. 0.03 */
  readonly lost: number
  /** A receipt comes once more. 0.05 */
  readonly duplicated: number
  /** A receipt is held up on its way, and others overtake it. 0.05 */
  readonly held: number
  /** The provider says of an attempt a final word that is not true, beside the one that is. 0.02 */
  readonly contradicted: number
  /** Somebody asks for the message again. 0.05 */
  readonly resent: number
  /** The text has two to four parts. 0.1 */
  readonly segmented: number
}

export interface Delays {
  /** From the submission to the API's answer. Seconds at most. */
  readonly answer: Delay
  /** From the platform to the carrier. Seconds. */
  readonly send: Delay
  /** From the carrier to the handset, which may be switched off. Seconds to a day. */
  readonly deliver: Delay
  /** From what happened to the arrival of its receipt. A second, rarely minutes. */
  readonly report: Delay
  /** What a held receipt takes beside that, and a duplicate. Minutes to three days. */
  readonly held: Delay
  /** From the first submission to the second. */
  readonly resend: Delay
}

const CHANCES: Chances = {
  failed: 0.03,
  undelivered: 0.05,
  vanished: 0.02,
  lost: 0.03,
  duplicated: 0.05,
  held: 0.05,
  contradicted: 0.02,
  resent: 0.05,
  segmented: 0.1,
}

const DELAYS: Delays = {
  answer: { p50: 120, p90: 400, p99: 2_000, max: 10_000 },
  send: { p50: 600, p90: 2_000, p99: 10_000, max: 60_000 },
  deliver: { p50: 3_000, p90: 12_000, p99: 600_000, max: 86_400_000 },
  report: { p50: 300, p90: 1_500, p99: 20_000, max: 300_000 },
  held: { p50: 20_000, p90: 300_000, p99: 3_600_000, max: 259_200_000 },
  resend: { p50: 35_000, p90: 60_000, p99: 120_000, max: 240_000 },
}

/** The options as the network uses them: all there, and checked. */
export type Network = {
  readonly [Option in keyof NetworkOptions]-?: NonNullable<NetworkOptions[Option]>
} & {
  readonly chances: Chances
  readonly delays: Delays
}

const OPTIONS = [
  'seed',
  'messages',
  'providers',
  'start',
  'every',
  'chances',
  'delays',
  'skew',
  'outages',
]
const MOST = 1_000_000_000

export function networkOf(options: NetworkOptions): Network {
  const where = 'simulate: '
  checkObject(options, where, 'options')
  checkKeys(options, OPTIONS, where, 'options')
  const { seed, messages, providers, start = START, every = 1_000, skew = 2_000 } = options
  const { outages = { every: 3_600_000, lasts: 120_000 }, chances = {}, delays = {} } = options
  checkSeed(seed, where)
  checkWhole(messages, MOST, where, 'messages')
  checkIterable(providers, where, 'providers')
  if (providers.length === 0)
    throwMisuse(where, 'providers', 'at least one', 'none', 'Pass [twilio], say.')
  for (const provider of providers) encoderOf(provider, where)
  checkInstant(start, where, 'start')
  checkSpan(every, where, 'every')
  checkSpan(skew, where, 'skew')
  checkObject(outages, where, 'outages')
  checkKeys(outages, ['every', 'lasts'], where, 'outages')
  checkSpan(outages.lasts, where, 'outages.lasts')
  checkSpan(outages.every, where, 'outages.every')
  if (outages.lasts >= outages.every)
    throwMisuse(where, 'outages.lasts', 'below outages.every', outages.lasts, 'Use 0 for none.')
  return {
    ...{ seed, messages, providers, start, every, skew, outages },
    chances: { ...CHANCES, ...checkedChances(chances, where) },
    delays: { ...DELAYS, ...checkedDelays(delays, where) },
  }
}

function checkedChances(chances: Partial<Chances>, where: string): object {
  checkObject(chances, where, 'chances')
  checkKeys(chances, Object.keys(CHANCES), where, 'chances')
  for (const [name, value] of Object.entries(omitUndefined(chances))) {
    if (typeof value !== 'number' || !(value >= 0 && value <= 1))
      throwMisuse(where, `chances.${name}`, 'a number from 0 to 1', value)
  }
  const { failed, undelivered, vanished } = { ...CHANCES, ...omitUndefined(chances) }
  const sum = Number(failed) + Number(undelivered) + Number(vanished)
  if (sum > 1)
    throwMisuse(
      where,
      'chances',
      '1 at most for failed, undelivered and vanished together',
      sum,
      'The rest is delivered.',
    )
  return omitUndefined(chances)
}

function checkedDelays(delays: Partial<Delays>, where: string): object {
  checkObject(delays, where, 'delays')
  checkKeys(delays, Object.keys(DELAYS), where, 'delays')
  for (const [name, delay] of Object.entries(delays))
    if (delay !== undefined) checkDelay(delay, where, `delays.${name}`)
  return omitUndefined(delays)
}

function checkSpan(span: number, where: string, field: string): void {
  if (!Number.isFinite(span) || span < 0)
    throwMisuse(where, field, 'a finite number of ms from 0', span)
}
