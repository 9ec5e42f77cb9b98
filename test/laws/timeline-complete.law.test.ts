import fc from 'fast-check'
import { reduce, timeline } from 'sms-delivery-state'
import { expect } from 'vitest'
import { instant, message, policy } from './arbitraries.ts'
import { law } from './law.ts'

law(
  'the timeline tells every receipt once, duplicates too, and ends in what is shown',
  fc.property(message, policy, instant, (events, flow, now) => {
    const entries = timeline(events, flow, now)
    const told = entries.flatMap(({ event }) => (event === undefined ? [] : [event]))
    expect(told).toHaveLength(events.length)
    expect(new Set(told)).toEqual(new Set(events))
    expect(entries.at(-1)?.status ?? 'pending').toBe(reduce(events, flow, now).status)
  }),
)
