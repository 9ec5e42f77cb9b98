import type { DeliveryState } from '../delivery/delivery-state.ts'
import { rankOf } from '../event/precedence.ts'
import type { Policy } from '../policy/policy.ts'
import type { EventEntry, TimelineEntry } from '../timeline/timeline-entry.ts'
import type { Calendar } from './calendar.ts'
import { durationText } from './duration.ts'
import type { Parts } from './parts.ts'
import { because, giverOf } from './reason.ts'
import { BLIND, IN_PART, SILENCE } from './sentences.ts'

/** What a summary is made of. */
export interface Summed {
  readonly state: DeliveryState
  readonly entries: readonly TimelineEntry[]
  readonly parts: Parts
  readonly policy: Policy
  readonly calendar: Calendar
  /** The instant at which this is true. */
  readonly now: number
  /** The instant of the last line, beside which the summary stands. */
  readonly near: number | undefined
  readonly nameOf: (attemptId: string | undefined) => string
  /** The same events under another policy, or at another instant. */
  readonly reduced: (policy: Policy, now: number) => DeliveryState
}

/** Why it is shown so, a sentence each. */
export function* groundsOf(summed: Summed): Iterable<string> {
  const { state, entries, policy, nameOf } = summed
  const { giver, setsStatus } = giverOf(state, entries)
  const whose = state.attempts.length > 1 ? `attempt ${nameOf(state.attemptId)}: ` : ''
  yield whose + reachedText(state) + (setsStatus ? because(state) : '')
  if (state.outcome === 'failed') {
    if (giver && !setsStatus && because(state) !== '') yield giverText(giver, summed) + because(state)
    if (state.failure?.permanent) yield 'the provider says that trying again is useless'
  }
  if (!state.receiptsExpected && state.status === 'sent') yield BLIND
  else if (state.slow) yield `slow: no final status after ${durationText(policy.slowAfter)}`
  yield* stillToCome(summed)
  yield* notShown(summed)
  if (state.attempts.some(({ conflict }) => conflict)) {
    yield 'receipts contradict each other; a delivery report outweighs the others, unless it came too late'
  }
}

/** Who said so, and how long after the start. */
function reachedText({ by, since, windowStart }: DeliveryState): string {
  if (by === undefined) return 'nothing is known of it yet'
  if (since === undefined || windowStart === undefined) return 'reported, without any time'
  const after = since > windowStart ? `${durationText(since - windowStart)} after the start` : 'at the start'
  if (by === 'clock') return `${SILENCE}, ${after}`
  return `reported ${since < windowStart ? 'before the start' : after}`
}

/** What may change it yet: time alone, or a delivery report. */
function* stillToCome({ state, policy, calendar, near, nameOf, reduced }: Summed): Iterable<string> {
  // Without any time there is no deadline, and one beyond all numbers never comes.
  const { status, attempts, closed, deadline = Infinity } = state
  if (deadline < Infinity && !closed) {
    const then = reduced(policy, deadline)
    if (then.status !== status) {
      yield `the window ends at ${calendar.beside(near, deadline)}; if nothing else comes, it is then shown as ${then.status}`
      return
    }
  }
  const unsettled = attempts.filter(({ settled }) => !settled)
  if (status === 'delivered' || unsettled.length === 0) return
  const whose =
    unsettled.length < attempts.length ? ` for attempt ${unsettled.map(({ attemptId }) => nameOf(attemptId)).join(' or ')}` : ''
  yield `a delivery report${whose} would still count`
}

/** What is claimed, but too late or of a part. */
function* notShown(summed: Summed): Iterable<string> {
  const { state, entries } = summed
  const [strongest] = entries
    .filter((entry) => isTooLate(entry, state))
    .sort((a, b) => rankOf(b.event.status) - rankOf(a.event.status))
  if (strongest?.at !== undefined && state.deadline !== undefined) {
    const after = `${durationText(strongest.at - state.deadline)} after the deadline`
    yield `${receiptText(strongest, summed)} came ${after}: too late to change it, kept as evidence`
  }
  // A delivery of the whole text that is not late would be shown, and a repeat says nothing new.
  const isOfPart = (entry: TimelineEntry) =>
    entry.event?.status === 'delivered' && entry.verdict !== 'duplicate' && !isTooLate(entry, state)
  if (state.status !== 'delivered' && entries.some(isOfPart)) yield IN_PART
}

/** By all that is known now: what was settled is open again where a later receipt says that none are expected. */
function isTooLate(entry: TimelineEntry, { attempts }: DeliveryState): entry is EventEntry {
  const { event, attemptId, verdict } = entry
  if (event === undefined || verdict !== 'late') return false
  return attempts.some((own) => own.attemptId === attemptId && own.settled && rankOf(event.status) > rankOf(own.status))
}

function giverText(giver: EventEntry, summed: Summed): string {
  const { calendar, near } = summed
  return `the reason came with ${receiptText(giver, summed)}${giver.at === undefined ? '' : ` at ${calendar.beside(near, giver.at)}`}`
}

function receiptText({ event, attemptId }: EventEntry, { state, parts, nameOf }: Summed): string {
  const part = parts.of(event)
  const whose = state.attempts.length > 1 ? ` of attempt ${nameOf(attemptId)}` : ''
  return `the ${event.status} receipt${whose}${part > 0 ? ` for part ${part}` : ''}`
}
