import type { AttemptState } from '../delivery/delivery-state.ts'
import { copyFailure, type Failure } from '../event/failure.ts'
import type { EventEntry, TimelineEntry } from '../timeline/timeline-entry.ts'
import { printable } from './layout.ts'
import { REASONS } from './sentences.ts'

/** A failure's reason, with the provider's code, as the end of a sentence; nothing where neither is known. */
export function because({ failure }: { readonly failure?: Failure | undefined }): string {
  if (failure === undefined) return ''
  const { reason, code } = failure
  if (reason === 'unknown' && code === undefined) return ''
  return `: ${REASONS[reason]}${code === undefined ? '' : ` (${printable(code, 24)})`}`
}

/**
 * The receipt that gave the reason of an attempt: the one that set its status, where that gave it, else the first that did.
 * A state keeps the most telling reason, and that may come from another receipt than the status, and long after it.
 *
 *     undelivered ── undelivered, opted-out (six hours later)
 *     ^^^^^^^^^^^ the status              ^^ the reason
 */
export function giverOf({ attemptId, failure, status, since }: AttemptState, entries: readonly TimelineEntry[]) {
  const reason = failure && JSON.stringify(copyFailure(failure))
  const givers = entries.filter(
    (entry): entry is EventEntry =>
      entry.event?.failure !== undefined && entry.attemptId === attemptId && JSON.stringify(copyFailure(entry.event.failure)) === reason,
  )
  const setter = givers.find(({ event, at }) => event.status === status && at === since)
  return { giver: setter ?? givers[0], setsStatus: setter !== undefined }
}
