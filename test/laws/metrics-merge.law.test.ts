import fc from 'fast-check'
import type { DeliveryState } from 'sms-delivery-state'
import { mergeSummaries, summarize, totalOf, type Summary } from 'sms-delivery-state/metrics'
import { expect } from 'vitest'
import { shuffled } from './arbitraries.ts'
import { law } from './law.ts'
import { state } from './metrics.ts'

type Keyed = readonly [state: DeliveryState, key: string | undefined, part: number]

const key = fc.constantFrom(undefined, '', '__proto__', 'a', 'b', '\u{1f600}')
const keyed: fc.Arbitrary<Keyed[]> = fc.array(fc.tuple(state, key, fc.nat({ max: 2 })), {
  maxLength: 8,
})

function summaryOf(messages: readonly Keyed[]) {
  const keys = messages.map(([, each]) => each)
  return summarize(
    messages.map(([each]) => each),
    { groupBy: () => keys.shift(), now: 20 },
  )
}

const partsOf = (messages: readonly Keyed[]): [Summary, Summary, Summary] => {
  const part = (n: number) => summaryOf(messages.filter((each) => each[2] === n))
  return [part(0), part(1), part(2)]
}

law(
  'however messages are split between servers or days, their summaries add up to that of all',
  fc.property(keyed, (messages) => {
    expect(JSON.stringify(mergeSummaries(...partsOf(messages)))).toBe(
      JSON.stringify(summaryOf(messages)),
    )
  }),
  200,
)

law(
  'in whatever order messages are counted, the summary is the same',
  fc.property(
    keyed.chain((messages) => fc.tuple(fc.constant(messages), shuffled(messages))),
    ([messages, others]) => {
      expect(JSON.stringify(summaryOf(others))).toBe(JSON.stringify(summaryOf(messages)))
    },
  ),
  200,
)

law(
  'summaries may be added in any order and in any groups, and an empty one adds nothing',
  fc.property(keyed, (messages) => {
    const [a, b, c] = partsOf(messages)
    const all = JSON.stringify(mergeSummaries(a, b, c))
    expect(JSON.stringify(mergeSummaries(c, a, b))).toBe(all)
    expect(JSON.stringify(mergeSummaries(a, mergeSummaries(b, c)))).toBe(all)
    expect(JSON.stringify(mergeSummaries(mergeSummaries(a, b), c))).toBe(all)
    expect(JSON.stringify(mergeSummaries(mergeSummaries(), mergeSummaries(a, b, c)))).toBe(all)
  }),
  200,
)

law(
  'all groups together are what is counted without groups, and a summary survives being stored',
  fc.property(keyed, (messages) => {
    const summary = summaryOf(messages)
    const [whole = totalOf(summary)] = summarize(
      messages.map(([each]) => each),
      { now: 20 },
    ).groups
    expect(totalOf(summary)).toEqual(whole)
    expect(mergeSummaries(JSON.parse(JSON.stringify(summary)) as typeof summary)).toEqual(summary)
  }),
  200,
)
