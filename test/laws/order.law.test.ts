import fc from 'fast-check'
import { collect, reduce } from 'sms-delivery-state'
import { expect } from 'vitest'
import { arrivals, instant, message, policy } from './arbitraries.ts'
import { law } from './law.ts'

law(
  'any order and any repeats give the same state',
  fc.property(
    message.chain((events) => fc.tuple(fc.constant(events), arrivals(events))),
    policy,
    instant,
    ([events, arrived], flow, now) => {
      expect(JSON.stringify(collect(arrived))).toBe(JSON.stringify(collect(events)))
      expect(reduce(arrived, flow, now)).toStrictEqual(reduce(events, flow, now))
    },
  ),
)
