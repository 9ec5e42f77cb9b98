import { offsetText } from './duration.ts'
import type { ExplainedEntry } from './explained-entry.ts'
import type { Explanation } from './explanation.ts'
import type { Wording } from './wording.ts'

/** A line of the timeline. */
export interface EntryRow {
  /** The day where it changes; the zone above the first line. */
  readonly heading: string | undefined
  /**
   * Time, time since the start, attempt (empty if there is one), status, source, verdict, notes.
   */
  readonly cells: readonly string[]
}

export function entryRows(
  entries: readonly ExplainedEntry[],
  { attempts, windowStart }: Explanation,
  wording: Wording,
): EntryRow[] {
  const { phrases, calendar } = wording
  const days = entries.map(({ at }) => (at === undefined ? undefined : calendar.day(at)))
  const firstDay = days.find((day) => day !== undefined) ?? phrases.labels.noTimes
  return entries.map((entry, i) => {
    const { at } = entry
    const [before, day] = [days[i - 1], days[i]]
    const isOtherDay = before !== undefined && day !== undefined && before !== day
    return {
      heading: i === 0 ? `${firstDay}, ${calendar.zone}` : isOtherDay ? day : undefined,
      cells: [
        at === undefined ? phrases.labels.noTime : calendar.time(at),
        at === undefined || windowStart === undefined
          ? ''
          : offsetText(at - windowStart, phrases.units),
        attempts.length > 1 ? wording.attempt(entry.attemptId) : '',
        phrases.statuses[entry.clock ?? entry.event.status],
        wording.source(entry),
        phrases.verdicts[entry.verdict],
        wording.entry(entry),
      ],
    }
  })
}
