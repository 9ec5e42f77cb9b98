import type { AttemptState, DeliveryState } from '../delivery/delivery-state.ts'
import { STATUSES } from '../event/status.ts'
import type { Policy } from '../policy/policy.ts'
import type { EventEntry, TimelineEntry } from '../timeline/timeline-entry.ts'
import type { Calendar } from './calendar.ts'
import { durationText } from './duration.ts'
import { columns, hanging, printable, sentence } from './layout.ts'
import { ACTIONS_MEAN, BLIND, IN_PART, LATE_FAILURE, MEANINGS, SILENCE } from './sentences.ts'
import { because } from './why.ts'

/** What a summary is made of. */
interface Summed {
  readonly state: DeliveryState
  readonly entries: readonly TimelineEntry[]
  readonly policy: Policy
  readonly calendar: Calendar
  /** The instant at which this is true. */
  readonly now: number
  /** The instant of the last line, beside which the summary stands. */
  readonly near: number | undefined
  readonly nameOf: (attemptId: string | undefined) => string
}

/** What is shown, why, and what to do next: a label each, and a line for every sentence. */
export function summaryOf(summed: Summed): string[] {
  const { state } = summed
  const several = state.attempts.length > 1
  const labelled = (label: string, texts: Iterable<string>): string[] =>
    [...texts].flatMap((text, i) => hanging((i === 0 ? label : '').padEnd(several ? 10 : 8), text))
  const meaning = state.by === 'clock' && !state.advice.duplicateRisk ? LATE_FAILURE : MEANINGS[state.status]
  return [
    ...labelled('Shown:', [shownText(summed), sentence(meaning)]),
    ...labelled('Why:', [...whyTexts(summed)].map(sentence)),
    ...(several ? labelled('Attempts:', attemptTexts(summed)) : []),
    ...labelled('Next:', nextTexts(summed)),
  ]
}

function shownText({ state, policy, calendar, now, near }: Summed): string {
  return `${sinceText(state, calendar, near)} (policy ${printable(policy.name, 24)}, as of ${calendar.beside(near, now)})`
}

function* whyTexts({ state, entries, policy, calendar, near }: Summed): Iterable<string> {
  const reason = reasonOf(state)
  yield reachedText(state) + reason
  if (reason !== '' && state.failure?.permanent) yield 'the provider says that trying again is useless'
  const blind = !state.receiptsExpected && state.status === 'sent'
  if (blind) yield BLIND
  else if (state.slow) yield `slow: no final receipt after ${durationText(policy.slowAfter)}`
  if (!state.settled && state.by !== undefined) {
    const clockMaySpeak = !state.closed && !blind && STATUSES.indexOf(state.status) < STATUSES.indexOf(policy.silence)
    yield state.deadline !== undefined && clockMaySpeak
      ? `the window ends at ${calendar.beside(near, state.deadline)}; silence then becomes ${policy.silence}`
      : 'a delivery report would still count'
  }
  const late = strongestLate(entries)
  if (late?.at !== undefined && state.deadline !== undefined) {
    const after = `${durationText(late.at - state.deadline)} after the deadline`
    yield `the ${late.event.status} receipt came ${after}: too late to change that, kept as evidence`
  }
  const claimed = entries.some(({ event }) => event?.status === 'delivered')
  if (claimed && state.status !== 'delivered' && late?.event.status !== 'delivered') yield IN_PART
  if (state.attempts.some(({ conflict }) => conflict)) {
    yield 'receipts contradict each other; a delivery report outweighs the others, unless it came too late'
  }
}

/** Why it failed. Silence has no reason, whatever a receipt said before or after. */
const reasonOf = (state: AttemptState): string => (state.by === 'clock' ? '' : because(state))

/** Who said so, and how long after the start. */
function reachedText({ by, since, windowStart, status, settled }: DeliveryState): string {
  if (by === undefined) return 'nothing is known of it yet'
  if (since === undefined || windowStart === undefined) return 'reported, without any time'
  const after = since > windowStart ? `${durationText(since - windowStart)} after the start` : 'at the start'
  if (by === 'clock') return `${SILENCE}, ${after}`
  return `reported ${since < windowStart ? 'before the start' : after}${settled && status !== 'delivered' ? '; nothing stronger came in time' : ''}`
}

function strongestLate(entries: readonly TimelineEntry[]): EventEntry | undefined {
  let strongest: EventEntry | undefined
  for (const entry of entries) {
    if (entry.event === undefined || entry.verdict !== 'late') continue
    if (strongest === undefined || STATUSES.indexOf(entry.event.status) > STATUSES.indexOf(strongest.event.status))
      strongest = entry
  }
  return strongest
}

function attemptTexts({ state, calendar, near, nameOf }: Summed): string[] {
  const rows = state.attempts.map((attempt) => {
    const { attemptId, provider } = attempt
    const name = nameOf(attemptId)
    const id = printable(attemptId ?? '', 40)
    const shown = attemptId === state.attemptId ? '; this is the one shown' : ''
    return [
      name,
      id === name ? '' : id,
      printable(provider ?? '', 12),
      sinceText(attempt, calendar, near) + reasonOf(attempt) + shown,
    ]
  })
  return columns(rows).map((lines) => lines.join(' '))
}

function sinceText({ status, since, settled }: AttemptState, calendar: Calendar, near: number | undefined): string {
  return `${status}${since === undefined ? '' : ` since ${calendar.beside(near, since)}`}${settled ? ', settled' : ''}`
}

function* nextTexts({ state, calendar, near }: Summed): Iterable<string> {
  const { action, duplicateRisk } = state.advice
  yield `${action}: ${ACTIONS_MEAN[action]}.`
  if (action === 'resend' || action === 'offer-resend') {
    yield duplicateRisk ? 'A second copy may reach the phone.' : 'By all reports no earlier copy is on the phone.'
  }
  if (state.reviewAt !== undefined) yield `Look again at ${calendar.beside(near, state.reviewAt)}.`
}
