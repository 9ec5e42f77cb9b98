import fc from 'fast-check'
import { collect, otp, reduce, stateOf, type DeliveryEvent } from 'sms-delivery-state'
import { expect } from 'vitest'
import { law } from './law.ts'

const instant = fc.nat({ max: 6 })

/** Repeats of a few kinds, each of which may bring something of its own. */
const repeat: fc.Arbitrary<DeliveryEvent> = fc.record(
  {
    status: fc.constantFrom('failed' as const, 'delivered' as const),
    receivedAt: instant,
    occurredAt: instant,
    segment: fc.constantFrom({ index: 1 }, { index: 1, count: 1 }, { index: 1, count: 2 }),
    failure: fc.constantFrom({ reason: 'unknown' as const }, { reason: 'network' as const }),
  },
  { requiredKeys: ['status', 'receivedAt'], noNullPrototype: true },
)

law(
  'of many repeats, the few that are kept lead to the same state as all of them',
  fc.property(fc.array(repeat, { minLength: 3, maxLength: 8 }), instant, (events, now) => {
    expect(stateOf(collect(events), otp, now)).toStrictEqual(reduce(events, otp, now))
  }),
  2000,
)
