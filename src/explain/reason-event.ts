import type { AttemptState } from '../delivery/delivery-state.ts'
import { copyFailure, type Failure } from '../event/failure.ts'
import type { EventEntry, TimelineEntry } from '../timeline/timeline-entry.ts'
import type { ToldFailure } from './notes.ts'
import { plain } from './plain.ts'

/** The part of a failure that a sentence tells; nothing where neither reason nor code is known. */
export function toldFailure(failure: Failure | undefined): ToldFailure | undefined {
  if (failure === undefined || (failure.reason === 'unknown' && failure.code === undefined)) return
  return plain({ reason: failure.reason, code: failure.code })
}

/**
 * Finds the event that gave an attempt its reason: the one that set the status if it gave the
 * reason too, else the first that gave it. A state keeps the most telling reason, which may come
 * from another receipt than the status, and long after it.
 *
 *     undelivered ── undelivered, opted-out (six hours later)
 *     ^^^^^^^^^^^ the status              ^^ the reason
 */
export function reasonEvents(entries: readonly TimelineEntry[]) {
  const failures = new Map<string | undefined, EventEntry[]>()
  for (const entry of entries) {
    if (entry.event === undefined || entry.event.failure === undefined) continue
    const known = failures.get(entry.attemptId)
    if (known) known.push(entry)
    else failures.set(entry.attemptId, [entry])
  }
  return ({ attemptId, failure, status, since }: AttemptState): ReasonEvent => {
    const reason = keyOf(failure)
    const givers = (failures.get(attemptId) ?? []).filter(
      ({ event }) => keyOf(event.failure) === reason,
    )
    const setter = givers.find(({ event, at }) => event.status === status && at === since)
    return {
      entry: setter ?? givers[0],
      setsStatus: setter !== undefined,
      failure: toldFailure(failure),
    }
  }
}

export interface ReasonEvent {
  readonly entry: EventEntry | undefined
  /** It set the status as well. */
  readonly setsStatus: boolean
  readonly failure: ToldFailure | undefined
}

const keyOf = (failure: Failure | undefined): string | undefined =>
  failure && JSON.stringify(copyFailure(failure))
