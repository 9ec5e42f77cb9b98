import { calendarOf } from '../explain/calendar.ts'
import type { Options } from './options.ts'
import { plural, type Tally } from './tally.ts'

/** How much was read, and what it came to. */
export interface SummaryInput {
  readonly options: Options
  readonly now: number
  readonly tally: Tally
  readonly receipts: number
  readonly issues: number
}

export function* summaryOf(input: SummaryInput): Generator<string> {
  const { messages, conflicts, outcomes, statuses } = input.tally
  yield `${plural(messages, 'message')}${messages > 0 ? `: ${outcomes}` : ''}`
  if (messages > 0) yield `by status: ${statuses}`
  yield `${plural(input.receipts, 'receipt')}, ${plural(input.issues, 'issue')}, ${plural(conflicts, 'conflict')}`
  yield originOf(input)
}

/** By which policies, and as of when: `policy otp, as of 2026-11-20 12:00:00 UTC`. */
export function originOf({ options, now, tally }: SummaryInput): string {
  const { policy, isPolicyAssumed, timeZone } = options
  const names = tally.messages > 0 ? [...tally.policies].sort() : [policy.name]
  const isAssumed = isPolicyAssumed && names.join() === policy.name
  const assumed = isAssumed ? ' (by default; --flow and --policy choose another)' : ''
  const noun = names.length === 1 ? 'policy' : 'policies'
  const instant = calendarOf(timeZone, '').timeNear(undefined, now)
  return `${noun} ${names.join(', ')}${assumed}, as of ${instant} ${timeZone}`
}
