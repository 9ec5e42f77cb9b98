import type { AttemptState, DeliveryState } from '../delivery/delivery-state.ts'
import type { Calendar } from './calendar.ts'
import { groundsOf, type Summed } from './grounds.ts'
import { columns, hanging, printable, sentence } from './layout.ts'
import { because, giverOf } from './reason.ts'
import { ACTIONS_MEAN, LATE_FAILURE, MEANINGS, PROVED } from './sentences.ts'

/** What is shown, why, and what to do next: a label each, and a line for every sentence. */
export function summaryOf(summed: Summed): string[] {
  const { state } = summed
  const several = state.attempts.length > 1
  const labelled = (label: string, texts: Iterable<string>): string[] =>
    [...texts].flatMap((text, i) => hanging((i === 0 ? label : '').padEnd(several ? 10 : 8), text))
  return [
    ...labelled('Shown:', [shownText(summed), sentence(meaningOf(state))]),
    ...labelled('Why:', [...groundsOf(summed)].map(sentence)),
    ...(several ? labelled('Attempts:', attemptTexts(summed)) : []),
    ...labelled('Next:', nextTexts(summed)),
  ]
}

function shownText({ state, policy, calendar, now, near }: Summed): string {
  return `${sinceText(state, calendar, near)} (policy ${printable(policy.name, 24)}, as of ${calendar.beside(near, now)})`
}

function meaningOf({ status, outcome, advice, attempts }: DeliveryState): string {
  if (outcome === 'uncertain' && !advice.duplicateRisk) return LATE_FAILURE
  const proved = status === 'delivered' && attempts.some(({ confirmedBy }) => confirmedBy === 'user')
  return proved ? PROVED : MEANINGS[status]
}

function attemptTexts({ state, entries, calendar, near, nameOf }: Summed): string[] {
  const rows = state.attempts.map((attempt) => {
    const { attemptId, provider } = attempt
    const name = nameOf(attemptId)
    const id = printable(attemptId ?? '', 40)
    const reason = giverOf(attempt, entries).setsStatus ? because(attempt) : ''
    const shown = attemptId === state.attemptId ? '; this is the one shown' : ''
    return [name, id === name ? '' : id, printable(provider ?? '', 12), sinceText(attempt, calendar, near) + reason + shown]
  })
  return columns(rows).map((lines) => lines.join(' '))
}

function sinceText({ status, since, settled }: AttemptState, calendar: Calendar, near: number | undefined): string {
  return `${status}${since === undefined ? '' : ` since ${calendar.beside(near, since)}`}${settled ? ', settled' : ''}`
}

function* nextTexts({ state, entries, policy, calendar, now, near, reduced }: Summed): Iterable<string> {
  const { action, duplicateRisk } = state.advice
  yield `${action}: ${ACTIONS_MEAN[action]}.`
  if (action === 'resend' || action === 'offer-resend') {
    yield duplicateRisk ? 'A second copy may reach the phone.' : 'By all reports no earlier copy is on the phone.'
  }
  const another = reduced({ ...policy, maxAttempts: state.attempts.length + 1 }, now).advice.action
  if (another !== action) yield `The policy allows no further attempt; else it would be ${another}.`
  const claimed = entries.some(({ event }) => event?.status === 'delivered')
  if (action === 'hold' && claimed && state.status !== 'delivered')
    yield 'Delivery was reported, late or of a part: whatever is sent now may come twice.'
  if (state.reviewAt !== undefined) yield `Look again at ${calendar.beside(near, state.reviewAt)}.`
}
