import type { FailureReason } from '../../event/failure.ts'
import type { Status } from '../../event/status.ts'
import type { Random } from '../random.ts'
import { sample } from './delay.ts'
import type { Network } from './options.ts'
import type { Fate, TruePart } from './truth.ts'

/** A word of the provider, at the true instant at which it has reason to say it. */
export interface Word {
  readonly at: number
  readonly status: Status
  readonly reason?: FailureReason | undefined
  /** From 1; undefined where it is about the text as a whole. */
  readonly part?: number | undefined
  readonly isLie?: boolean | undefined
}

/** How long a provider waits for a carrier until it says itself that the time is over. */
const VALIDITY = 86_400_000
const REASONS: readonly FailureReason[] = [
  'unreachable',
  'invalid-destination',
  'content-blocked',
  'opted-out',
  'landline-unsupported',
  'throttled',
]

/**
 * What truly happens to the parts of an attempt that is submitted at an instant. What the platform
 * refuses, it refuses as a whole.
 */
export function partsOf(
  count: number,
  sentAt: number,
  { chances, delays }: Network,
  random: Random,
): TruePart[] {
  const isRefused = random.happens(chances.failed)
  return Array.from({ length: count }, () => {
    const reason = random.pick(REASONS)
    const fate = isRefused ? 'failed' : fateOf(random.next() * (1 - chances.failed), chances)
    const at = sentAt + (isRefused ? 0 : sample(delays.deliver, random))
    return fate === 'failed' || fate === 'undelivered' ? { fate, at, reason } : { fate, at }
  })
}

function fateOf(draw: number, { undelivered, vanished }: Network['chances']): Fate {
  if (draw < undelivered) return 'undelivered'
  return draw < undelivered + vanished ? 'vanished' : 'delivered'
}

/**
 * What a provider says of an attempt, lies and all. Those of its words that its receipts cannot say
 * it keeps to itself.
 */
export function wordsOf(
  parts: readonly TruePart[],
  tellsParts: boolean,
  [submittedAt, sentAt]: readonly [number, number],
  { chances }: Network,
  random: Random,
): readonly Word[] {
  const told =
    tellsParts && parts.length > 1
      ? parts.map((part, i) => ({ ...part, part: i + 1 }))
      : [{ ...wholeOf(parts), part: undefined }]
  const lies = random.happens(chances.contradicted)
  const words = told.flatMap(({ fate, at, reason, part }): Word[] => {
    const queued: Word = { at: submittedAt, status: 'queued', part }
    if (fate === 'failed') return [queued, { at, status: 'failed', reason, part }]
    const onItsWay: Word[] = [queued, { at: sentAt, status: 'sent', part }]
    if (fate === 'vanished') {
      return random.happens(0.5)
        ? onItsWay
        : [...onItsWay, { at: at + VALIDITY, status: lastWord(random), part }]
    }
    const truth: Word = { at, status: fate, reason, part }
    return lies ? [...onItsWay, lieFor(truth, sentAt, random), truth] : [...onItsWay, truth]
  })
  return words.sort((one, other) => one.at - other.at)
}

/** It comes too early, or up to a minute after the true word. */
function lieFor({ at, status, part }: Word, sentAt: number, random: Random): Word {
  const when = random.happens(0.5)
    ? sentAt + random.whole(at - sentAt + 1)
    : at + 1_000 + random.whole(59_000)
  const said: Partial<Word> =
    status === 'delivered'
      ? { status: 'undelivered', reason: 'unreachable' }
      : { status: 'delivered' }
  return { status, ...said, at: when, part, isLie: true }
}

/** What nobody heard of again. */
const lastWord = (random: Random): Status => random.pick(['expired', 'unknown'] as const)

/** A text is there when its last part is, and fails with the first part that fails. */
function wholeOf(parts: readonly TruePart[]): TruePart {
  const bad = parts
    .filter(({ fate }) => fate !== 'delivered')
    .sort((one, other) => one.at - other.at)
  return bad[0] ?? parts.reduce((one, other) => (one.at >= other.at ? one : other))
}
