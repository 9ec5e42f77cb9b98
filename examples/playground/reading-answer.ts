import type { ReadingAnswer } from './protocol.ts'
import type { Reading } from './reading.ts'

/** How many issues are listed. */
const MOST_ISSUES = 50

/** What the page shows beside the text: small, however long the text is. */
export function readingAnswer({ receipts, issues }: Reading): ReadingAnswer {
  const counts = new Map<string | undefined, number>()
  for (const { provider } of receipts) counts.set(provider, (counts.get(provider) ?? 0) + 1)
  const labels = [...counts.keys()].map((name) => name ?? '?')
  const wrong = new Set(issues.map(({ line }) => line))
  return {
    receipts: receipts.length,
    providers: [...counts].sort(
      ([a, m], [b, n]) => Number(a === undefined) - Number(b === undefined) || n - m,
    ),
    issueCount: issues.length,
    issues: issues.slice(0, MOST_ISSUES),
    lines: Uint32Array.from(receipts, ({ line }) => line),
    marks: Uint8Array.from(
      receipts,
      ({ line, provider }) => labels.indexOf(provider ?? '?') + (wrong.has(line) ? 128 : 0),
    ),
    labels,
  }
}
