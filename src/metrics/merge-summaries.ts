import { checkSummary } from './check-summary.ts'
import { Groups } from './groups.ts'
import type { GroupSummary, Summary } from './summary.ts'

/**
 * Adds summaries up: of shards, of days, of servers. Commutative and associative; of messages that
 * are in one of them each, it gives what `summarize` gives of all. None give an empty summary.
 *
 * @throws TypeError for what is no summary, and for one of another version
 * @example
 * ```ts
 * const monday = summarize([reduce([{ status: 'delivered' }], otp, 0)])
 * const tuesday = summarize([reduce([{ status: 'failed' }], otp, 0)])
 * const { groups } = mergeSummaries(monday, tuesday)
 * console.log(groups.length, groups[0].messages, groups[0].outcomes.failed) // → 1 2 1
 * ```
 */
export function mergeSummaries(...summaries: readonly Summary[]): Summary {
  const groups = new Groups()
  summaries.forEach((summary, i) => {
    checkSummary(summary, 'mergeSummaries: ', `summaries[${i}]`)
    for (const group of summary.groups) groups.of(group.key).addGroup(group)
  })
  return groups.toSummary()
}

/**
 * All groups as one, without a key.
 *
 * @throws TypeError for what is no summary, and for one of another version
 * @example
 * ```ts
 * const state = (provider: string) => reduce([{ status: 'sent', provider }], otp, 0)
 * const summary = summarize([state('a'), state('b')], { groupBy: ({ provider }) => provider })
 * console.log(summary.groups.length, totalOf(summary).messages) // → 2 2
 * ```
 */
export function totalOf(summary: Summary): GroupSummary {
  checkSummary(summary, 'totalOf: ', 'summary')
  const groups = new Groups()
  const total = groups.of(undefined)
  for (const group of summary.groups) total.addGroup(group)
  return total.toSummary(undefined)
}
