import { entryRows } from './entry-rows.ts'
import type { Explanation } from './explanation.ts'
import { columns, hanging } from './layout.ts'
import { summaryOf } from './summary.ts'
import { wordingOf, type Wording, type WordingOptions } from './wording.ts'

export type TextOptions = WordingOptions

/**
 * An explanation as text: a line per entry of the timeline, and under it what is shown, why, and
 * what to do next.
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
  return textOfExplanation(explanation, wordingOf(explanation, options, 'toText: '))
}

export function textOfExplanation(explanation: Explanation, wording: Wording): string {
  const rows = entryRows(explanation.entries, explanation, wording)
  const aligned = columns(
    rows.map(({ cells }) => cells),
    [1],
  )
  const lines = rows.flatMap(({ heading }, i) => [
    ...(heading === undefined ? [] : [heading]),
    ...(aligned[i] ?? []),
  ])
  if (lines.length === 0) lines.push(`${wording.phrases.labels.noEvents}, ${wording.calendar.zone}`)
  return [...lines, '', ...summaryLines(explanation, wording)].join('\n')
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
