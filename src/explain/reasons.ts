import type { AttemptState } from '../delivery/delivery-state.ts'
import { rankOf } from '../event/precedence.ts'
import type { EventEntry } from '../timeline/timeline-entry.ts'
import type { Note } from './notes.ts'
import { plain } from './plain.ts'
import type { SummaryInput } from './summary-input.ts'

/** Why it is shown so, one note per reason. */
export function* reasonsFor(input: SummaryInput): Iterable<Note> {
  const { state, policy, reasonEventOf } = input
  const { entry, setsStatus, failure } = reasonEventOf(state)
  yield statusReason(input)
  if (state.outcome === 'failed') {
    if (entry && !setsStatus && failure) {
      yield plain({ code: 'reason-from', ...receiptName(entry, input), at: entry.at, failure })
    }
    if (state.failure?.permanent) yield { code: 'permanent' }
  }
  if (!state.receiptsExpected && state.status === 'sent') yield { code: 'no-receipts-expected' }
  else if (state.slow) yield { code: 'slow', duration: policy.slowAfter }
  yield* whatMayChange(input)
  yield* whatIsNotShown(input)
  if (state.attempts.some(({ conflict }) => conflict)) yield { code: 'conflicting-receipts' }
}

/** Who set the status, and how long after the start. */
function statusReason({ state, reasonEventOf }: SummaryInput): Note {
  const { by, since, windowStart, attempts } = state
  if (by === undefined) return { code: 'nothing-known' }
  const attemptId = attempts.length > 1 ? state.attemptId : undefined
  const sinceStart =
    since === undefined || windowStart === undefined ? undefined : since - windowStart
  // The clock speaks at the deadline only, which is so long after the start.
  if (by === 'clock') return plain({ code: 'silent', attemptId, sinceStart: sinceStart ?? 0 })
  const { setsStatus, failure } = reasonEventOf(state)
  return plain({
    code: 'reported',
    attemptId,
    sinceStart,
    failure: setsStatus ? failure : undefined,
  })
}

/** What may still change it: time alone, or a delivery report. */
function* whatMayChange({ state, atDeadline }: SummaryInput): Iterable<Note> {
  const { status, attempts, closed, deadline = Infinity } = state
  // Without any time there is no deadline, and one beyond all numbers never comes.
  if (deadline < Infinity && !closed) {
    const then = atDeadline()
    if (then.status !== status) {
      yield { code: 'shown-at-deadline', deadline, status: then.status }
      return
    }
  }
  const unsettled = attempts.filter(({ settled }) => !settled)
  if (status === 'delivered' || unsettled.length === 0) return
  const attemptIds = unsettled.flatMap(({ attemptId = [] }) => attemptId)
  yield unsettled.length < attempts.length
    ? { code: 'still-counts', attemptIds }
    : { code: 'still-counts' }
}

/** What is claimed, but too late, or of one segment only. */
function* whatIsNotShown(input: SummaryInput): Iterable<Note> {
  const { state, entries } = input
  const { deadline } = state
  const attempts = new Map(state.attempts.map((attempt) => [attempt.attemptId, attempt]))
  let strongest: EventEntry | undefined
  let isPartly = false
  for (const entry of entries) {
    if (entry.event === undefined) continue
    if (isTooLate(entry, attempts.get(entry.attemptId))) {
      if (!strongest || rankOf(entry.event.status) > rankOf(strongest.event.status))
        strongest = entry
    } else if (entry.event.status === 'delivered' && entry.verdict !== 'duplicate') {
      // A delivery of the whole text would be shown if it is not late; a repeat says nothing new.
      isPartly = true
    }
  }
  if (strongest?.at !== undefined && deadline !== undefined) {
    yield { code: 'too-late', ...receiptName(strongest, input), duration: strongest.at - deadline }
  }
  if (isPartly && state.status !== 'delivered') yield { code: 'partly-delivered' }
}

/** By today's facts: an attempt opens again once somebody says that no receipts are expected. */
const isTooLate = ({ event, verdict }: EventEntry, attempt: AttemptState | undefined): boolean =>
  verdict === 'late' &&
  attempt !== undefined &&
  attempt.settled &&
  rankOf(event.status) > rankOf(attempt.status)

function receiptName({ event, attemptId, segment }: EventEntry, { state }: SummaryInput) {
  return plain({
    status: event.status,
    attemptId: state.attempts.length > 1 ? attemptId : undefined,
    segment,
  })
}
