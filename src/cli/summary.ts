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

export function* summaryOf({ options, now, tally, receipts, issues }: SummaryInput): Generator<string> {
  const { policy, isPolicyAssumed, timeZone } = options
  const { messages, conflicts, outcomes, statuses } = tally
  yield `${plural(messages, 'message')}${messages > 0 ? `: ${outcomes}` : ''}`
  if (messages > 0) yield `by status: ${statuses}`
  yield `${plural(receipts, 'receipt')}, ${plural(issues, 'issue')}, ${plural(conflicts, 'conflict')}`
  const assumed = isPolicyAssumed ? ' (unless told by --flow or --policy)' : ''
  yield `policy ${policy.name}${assumed}, as of ${calendarOf(timeZone, '').timeNear(undefined, now)} ${timeZone}`
}
