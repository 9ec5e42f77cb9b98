import fc from 'fast-check'
import { apply, collect, reduce, reduceByMessage, timeline } from 'sms-delivery-state'
import { expect } from 'vitest'
import { instant, message, mixed, policy } from './arbitraries.ts'
import { law } from './law.ts'

law(
  'all that comes out is plain JSON: it survives a queue and a database to the last field',
  fc.property(message, mixed, policy, instant, (events, others, flow, now) => {
    const evidence = collect(events)
    const [first] = events
    const applied = first === undefined ? undefined : apply(evidence, first, flow, now)
    for (const out of [evidence, reduce(events, flow, now), ...(applied ? [applied] : [])])
      expectPlain(out)
    // Its events are the caller's own.
    expectPlain(timeline(fromJson(events), flow, now))
    for (const state of reduceByMessage(others, flow, now).values()) expectPlain(state)
  }),
)

function expectPlain(value: unknown): void {
  expect(fromJson(value)).toStrictEqual(value)
}

function fromJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value
}
