import type { Failure } from '../event/failure.ts'
import { attemptsOf, joinsOf, type Attempt } from '../evidence/joins.ts'
import { timesByOccurrence, type Ledger } from '../evidence/ledger.ts'
import { betterFailure, type Kept } from '../evidence/slot.ts'
import { claimsOf, isDelivered, type Claims } from './claims.ts'

/** Evidence resolved: joins made, attempts in order, the start known. Still without policy and clock. */
export interface Case {
  readonly ledger: Ledger
  readonly attempts: readonly AttemptCase[]
  /** Where the window starts; `Infinity` where no mark has a time. */
  readonly start: number
  /** `occurredAt` stands in for `receivedAt`. */
  readonly byOccurrence: boolean
  /** Delivery is claimed somewhere, be it of one segment, be it late. */
  readonly deliveryClaimed: boolean
}

export interface AttemptCase extends Attempt {
  readonly claims: Claims
  readonly failure: Failure | undefined
}

/** Stands for the attempt of a message of which nothing is known. */
export const NO_ATTEMPT: AttemptCase = {
  id: undefined,
  trails: [],
  slots: [],
  segments: 0,
  blind: false,
  start: -Infinity,
  claims: claimsOf([], 0, false),
  failure: undefined,
}

export function resolve(ledger: Ledger, attempts = attemptsOf(ledger, joinsOf(ledger))): Case {
  const byOccurrence = timesByOccurrence(ledger)
  const cases = attempts.map(
    (attempt): AttemptCase => ({
      ...attempt,
      claims: claimsOf(attempt.slots, attempt.segments, byOccurrence),
      failure: failureOf(attempt),
    }),
  )
  return {
    ledger,
    attempts: cases,
    start: startOf(ledger, attempts),
    byOccurrence,
    deliveryClaimed: attempts.some(({ slots }) => slots.some((slot) => slot && isDelivered(slot))),
  }
}

/** The smallest time of any mark, but not before the message was to leave. */
export function startOf(ledger: Ledger, attempts: readonly Attempt[]): number {
  let first = Infinity
  for (const { start } of attempts) if (start > -Infinity) first = Math.min(first, start)
  return first === Infinity ? first : Math.max(first, ledger.scheduledFor)
}

/** Of the strongest mark with a reason other than `unknown`, else of the strongest with any. */
export function failureOf({ slots }: Attempt): Failure | undefined {
  let vague: Failure | undefined
  for (let rank = 8; rank >= 0; rank--) {
    let kept: Kept<Failure> | undefined
    for (const slot of slots) {
      const failure = slot?.failure[rank]
      if (failure) kept = betterFailure(kept, failure)
    }
    if (kept && kept.value.reason !== 'unknown') return kept.value
    vague ??= kept?.value
  }
  return vague
}
