import fc from 'fast-check'
import { apply, collect, stateOf, type Evidence } from 'sms-delivery-state'
import { expect } from 'vitest'
import { arrivals, instant, message, policy } from './arbitraries.ts'
import { law } from './law.ts'

law(
  'one webhook at a time, in any order, leads to what all at once lead to',
  fc.property(
    message.chain((events) => fc.tuple(fc.constant(events), arrivals(events))),
    policy,
    instant,
    ([events, arrived], flow, now) => {
      let evidence: Evidence | undefined
      for (const event of arrived) {
        const applied = apply(evidence, event, flow, now)
        const at = Math.max(now, event.receivedAt ?? now)
        expect(applied.before).toStrictEqual(stateOf(evidence ?? collect([]), flow, at))
        expect(applied.state).toStrictEqual(stateOf(applied.evidence, flow, at))
        expect(applied.changed).toBe(applied.before.key !== applied.state.key)
        evidence = applied.evidence
      }
      expect(JSON.stringify(evidence ?? collect([]))).toBe(JSON.stringify(collect(events)))
    },
  ),
)
