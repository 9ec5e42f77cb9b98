import fc from 'fast-check'
import { collect, merge, reduce, stateOf, type Evidence } from 'sms-delivery-state'
import { expect } from 'vitest'
import { instant, message, policy } from './arbitraries.ts'
import { law } from './law.ts'

law(
  'evidence comes back from a database as it went in, and means the same',
  fc.property(message, policy, instant, (events, flow, now) => {
    const evidence = collect(events)
    const stored = JSON.parse(JSON.stringify(evidence)) as Evidence
    expect(stored).toStrictEqual(evidence)
    expect(JSON.stringify(merge(stored))).toBe(JSON.stringify(evidence))
    expect(stateOf(stored, flow, now)).toStrictEqual(reduce(events, flow, now))
  }),
)
