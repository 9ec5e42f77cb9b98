import { otp, reduce } from 'sms-delivery-state'
import { summarize, toPrometheus, type Summary } from 'sms-delivery-state/metrics'
import { describe, expect, test } from 'vitest'
import { timed } from './timed.ts'
import { parseOpenMetrics } from './openmetrics.ts'

const states = [
  ...Array.from({ length: 9 }, (_, i) => ({ ...timed(1_000 + i), provider: 'a' })),
  { ...reduce([{ status: 'failed', receivedAt: 1, provider: 'b' }], otp, 1) },
  { ...timed(undefined, otp, 600_000), provider: 'a' },
]
const summary = summarize(states, { groupBy: ({ provider }) => provider, now: 600_000 })
const samplesOf = (name: string, of: Summary = summary, label?: string) =>
  parseOpenMetrics(toPrometheus(of, { label }))
    .find((family) => family.name === name)
    ?.samples.map(({ labels, value }) => [Object.fromEntries(labels), value])

describe('toPrometheus', () => {
  test('is OpenMetrics, and every family is a gauge with a help text', () => {
    const families = parseOpenMetrics(toPrometheus(summary))
    expect(families.length).toBeGreaterThan(10)
    for (const { type, help } of families) expect([type, help.length > 20]).toEqual(['gauge', true])
  })

  test('counts messages by group and status, zeros too', () => {
    const samples = samplesOf('sms_messages') ?? []
    expect(samples).toHaveLength(2 * 9)
    expect(samples).toContainEqual([{ group: 'a', status: 'delivered' }, 9])
    expect(samples).toContainEqual([{ group: 'a', status: 'expired' }, 1])
    expect(samples).toContainEqual([{ group: 'b', status: 'delivered' }, 0])
  })

  test('tells the delivery ratio and its interval', () => {
    expect(samplesOf('sms_delivery_ratio')).toContainEqual([{ group: 'a', of: 'all' }, 0.9])
    expect(samplesOf('sms_delivery_ratio')).toContainEqual([{ group: 'a', of: 'reported' }, 1])
    const [low, high] = samplesOf('sms_delivery_interval_ratio')?.map(([, value]) => value) ?? []
    expect(low).toBeCloseTo(0.5958, 4)
    expect(high).toBeCloseTo(0.9821, 4)
  })

  test('tells the time to deliver in seconds, where it is reached', () => {
    const times = samplesOf('sms_time_to_deliver_seconds') ?? []
    expect(times.map(([labels]) => labels)).toEqual([
      { group: 'a', quantile: '0.5' },
      { group: 'a', quantile: '0.9' },
    ])
    for (const [, seconds] of times) expect(Math.abs(Number(seconds) - 1)).toBeLessThan(0.03)
    expect(samplesOf('sms_time_to_deliver_messages')).toContainEqual([
      { group: 'a', watched: 'open' },
      1,
    ])
    expect(samplesOf('sms_time_to_deliver_messages')).toContainEqual([
      { group: 'b', watched: 'failed' },
      1,
    ])
  })

  test('tells attempts by their own provider, beside a group of that name', () =>
    expect(
      samplesOf('sms_attempts', summarize([timed(5)], { groupBy: () => 'a' }), 'provider'),
    ).toEqual([[{ provider: 'a' }, 1]]))

  test('survives whatever a key holds', () => {
    const keys = ['a"} 1\n# EOF\nb{c="', '\\', '\\n', 'é\u{1f600}\r\t', '__proto__', ' ', 'a,b="c"']
    const hostile = summarize(
      keys.map(() => timed(5)),
      { groupBy: () => keys.shift() },
    )
    const groups = hostile.groups.map(({ key }) => key)
    expect(samplesOf('sms_messages_settled', hostile)?.map(([labels]) => labels)).toEqual(
      groups.map((group) => ({ group })),
    )
  })

  test('of nothing is lawful too', () => {
    const families = parseOpenMetrics(toPrometheus(summarize([])))
    expect(families.flatMap(({ samples }) => samples)).toEqual([])
  })

  test('of a group without messages leaves the ratio out', () => {
    const [empty] = summarize([timed(5)]).groups
    const none = {
      v: 1 as const,
      groups: [
        { ...empty!, messages: 0, reported: 0, outcomes: { ...empty!.outcomes, delivered: 0 } },
      ],
    }
    expect(samplesOf('sms_delivery_ratio', none)).toEqual([])
  })
})
