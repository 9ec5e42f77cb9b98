import type { Advice, DeliveryState } from '../delivery/delivery-state.ts'
import { readMessage } from '../delivery/reduce.ts'
import { stateAt } from '../delivery/to-state.ts'
import { windowOf } from '../delivery/window.ts'
import type { DeliveryEvent } from '../event/event.ts'
import type { Outcome, Status } from '../event/status.ts'
import type { MessageOption } from '../message/message-option.ts'
import type { Policy } from '../policy/policy.ts'
import { timelineOf } from '../timeline/timeline.ts'
import { entryNotes } from './entry-notes.ts'
import type { ExplainedEntry } from './explained-entry.ts'
import { nextNotes } from './next-notes.ts'
import type { Note, ToldFailure } from './notes.ts'
import { plain } from './plain.ts'
import { reasonEvents } from './reason-event.ts'
import { reasonsFor } from './reasons.ts'
import type { SummaryInput } from './summary-input.ts'

/**
 * How a message came to what is shown: codes with their values, and no sentence. Plain JSON;
 * instants are ms since the epoch.
 */
export interface Explanation {
  readonly messageId?: string | undefined
  /** The policy's name. */
  readonly policy: string
  /** The instant at which all this is true: `now`, or the latest `receivedAt` if that is later. */
  readonly now: number
  /** Absent, as `deadline` is, where no event carries a time. */
  readonly windowStart?: number | undefined
  readonly deadline?: number | undefined
  /** The timeline, each entry with its notes. */
  readonly entries: readonly ExplainedEntry[]
  readonly shown: ExplainedStatus
  /** Why it is shown so. */
  readonly reasons: readonly Note[]
  /** In the order in which they started. */
  readonly attempts: readonly ExplainedAttempt[]
  readonly next: NextStep
}

/** What may be said of a message: by its status, or something that is known beside it. */
export type Meaning = Status | 'late-failure' | 'proved' | 'read'

/** What the message shows. */
export interface ExplainedStatus {
  readonly attemptId?: string | undefined
  readonly status: Status
  readonly outcome: Outcome
  readonly since?: number | undefined
  readonly by?: 'receipt' | 'clock' | undefined
  readonly settled: boolean
  readonly meaning: Meaning
}

export interface ExplainedAttempt {
  readonly attemptId?: string | undefined
  readonly provider?: string | undefined
  readonly status: Status
  readonly since?: number | undefined
  readonly settled: boolean
  /** The largest declared number of segments; absent where none is declared. */
  readonly segments?: number | undefined
  /** Only where the receipt that set the status gave this reason. */
  readonly failure?: ToldFailure | undefined
}

/** What the product should do next. */
export interface NextStep extends Advice {
  readonly notes: readonly Note[]
}

/**
 * What `explain` prints, as data: for a support page of your own, or to keep. Any order of the
 * events gives the same.
 * n log n in the number of events and attempts together.
 *
 * @param now ms since the epoch
 * @param options `messageId`: all events are of this message, also those that name none
 * @throws TypeError as `reduce` does
 * @example
 * ```ts
 * const { entries, reasons } = explanation([{ status: 'sent', receivedAt: 0 }], otp, 600_000)
 * console.log(entries[1]?.notes[0]?.code, reasons[0]) // → silence { code: 'silent', sinceStart: 300000 }
 * ```
 */
export function explanation(
  events: Iterable<DeliveryEvent>,
  policy: Policy,
  now: number,
  options?: MessageOption,
): Explanation {
  return explanationIn('explanation: ', events, policy, now, options)
}

/** Shared by the public functions; `where` is the caller's name, for error messages. */
export function explanationIn(
  where: string,
  events: Iterable<DeliveryEvent>,
  policy: Policy,
  instant: number,
  options?: MessageOption,
): Explanation {
  const { events: list, message } = readMessage(where, events, policy, instant, options)
  const window = windowOf(message, policy, instant + 0)
  const { now } = window
  const state = stateAt(message, policy, now)
  const entries = timelineOf(list, message, policy, window)
  const reasonEventOf = reasonEvents(entries)
  const segments = new Map(message.attempts.map(({ id, segmentCount }) => [id, segmentCount]))
  const input: SummaryInput = {
    state,
    entries,
    policy,
    reasonEventOf,
    atDeadline: () => stateAt(message, policy, state.deadline ?? now),
    withAnotherAttempt: () =>
      stateAt(message, { ...policy, maxAttempts: state.attempts.length + 1 }, now),
  }
  return plain({
    messageId: state.messageId,
    policy: state.policy,
    now,
    windowStart: state.windowStart,
    deadline: state.deadline,
    entries: entryNotes(entries, segments, state.deadline),
    shown: plain({
      attemptId: state.attemptId,
      status: state.status,
      outcome: state.outcome,
      since: state.since,
      by: state.by,
      settled: state.settled,
      meaning: meaningOf(state),
    }),
    reasons: [...reasonsFor(input)],
    attempts: state.attempts.map((attempt) => {
      const { attemptId, provider, status, since, settled } = attempt
      const { setsStatus, failure } = reasonEventOf(attempt)
      return plain({
        attemptId,
        provider,
        status,
        since,
        settled,
        segments: segments.get(attemptId) || undefined,
        failure: setsStatus ? failure : undefined,
      })
    }),
    next: { ...state.advice, notes: [...nextNotes(input)] },
  })
}

function meaningOf({ status, outcome, advice, attempts, readAt }: DeliveryState): Meaning {
  if (outcome === 'uncertain' && !advice.duplicateRisk) return 'late-failure'
  if (status !== 'delivered') return status
  if (attempts.some(({ confirmedBy }) => confirmedBy === 'user')) return 'proved'
  return readAt === undefined ? status : 'read'
}
