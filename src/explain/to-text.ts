import { checkKeys, checkObject } from '../event/check.ts'
import { offsetText } from './duration.ts'
import type { ExplainedEntry } from './explained-entry.ts'
import type { Explanation } from './explanation.ts'
import { columns, hanging } from './layout.ts'
import { summaryOf } from './summary.ts'
import { wordingOf, type Wording, type WordingOptions } from './wording.ts'

export type TextOptions = WordingOptions

/**
 * An explanation as text: a line per entry of the timeline, and under it what is shown, why, and what to do next.
 * It holds no personal data but what the caller's own ids hold, and no control characters.
 *
 * @throws TypeError for a time zone that the runtime does not know
 * @example
 * ```ts
 * const text = toText(explanation([{ status: 'sent', receivedAt: 0 }], otp, 600_000))
 * console.log(text.split('\n')[1]) // → 00:00:00.000         sent     —      advanced  handed on for delivery
 * ```
 */
export function toText(explanation: Explanation, options: TextOptions = {}): string {
  const where = 'toText: '
  checkObject(explanation, where, 'explanation', 'Pass what explanation(…) gives.')
  checkObject(options, where, 'options')
  checkKeys(options, ['timeZone', 'phrases'], where, 'options')
  return textOfExplanation(explanation, wordingOf(explanation, options, where))
}

export function textOfExplanation(explanation: Explanation, wording: Wording): string {
  const { entries, attempts, windowStart } = explanation
  const { phrases, calendar } = wording
  const rows = entries.map((entry) => [
    entry.at === undefined ? phrases.labels.noTime : calendar.time(entry.at),
    entry.at === undefined || windowStart === undefined ? '' : offsetText(entry.at - windowStart, phrases.units),
    attempts.length > 1 ? wording.attempt(entry.attemptId) : '',
    phrases.statuses[entry.clock ?? entry.event.status],
    wording.source(entry),
    phrases.verdicts[entry.verdict],
    wording.entry(entry),
  ])
  const lines = columns(rows, [1]).flatMap((row, i) => [...headingOf(entries, i, wording), ...row])
  if (lines.length === 0) lines.push(`${phrases.labels.noEvents}, ${calendar.zone}`)
  return [...lines, '', ...summaryLines(explanation, wording)].join('\n')
}

/** The day where it changes; the zone above the first line. */
function headingOf(entries: readonly ExplainedEntry[], i: number, { calendar, phrases }: Wording): string[] {
  const dayAt = (entry: ExplainedEntry | undefined): string | undefined =>
    entry?.at === undefined ? undefined : calendar.day(entry.at)
  if (i === 0) return [`${dayAt(entries.find(({ at }) => at !== undefined)) ?? phrases.labels.noTimes}, ${calendar.zone}`]
  const [before, own] = [dayAt(entries[i - 1]), dayAt(entries[i])]
  return before === undefined || own === undefined || before === own ? [] : [own]
}

/** What is shown, why, and what to do next: a label each, and a line for every sentence. */
function summaryLines(explanation: Explanation, wording: Wording): string[] {
  const { labels } = wording.phrases
  const { shown, why, attempts, next } = summaryOf(explanation, wording)
  const sections = [
    { label: labels.shown, lines: shown },
    { label: labels.why, lines: why },
    { label: labels.attempts, lines: columns(attempts).map((lines) => lines.join(' ')) },
    { label: labels.next, lines: next },
  ].filter(({ lines }) => lines.length > 0)
  const width = Math.max(8, ...sections.map(({ label }) => label.length + 2))
  return sections.flatMap(({ label, lines }) =>
    lines.flatMap((line, i) => hanging((i === 0 ? `${label}:` : '').padEnd(width), line)),
  )
}
