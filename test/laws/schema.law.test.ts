import fc from 'fast-check'
import { collect, merge, reduce, timeline, type DeliveryEvent } from 'sms-delivery-state'
import {
  deliveryEvent,
  deliveryState,
  evidence,
  policy as policySchema,
  timelineEntry,
} from 'sms-delivery-state/schema'
import { expect } from 'vitest'
import { instant, message, policy } from './arbitraries.ts'
import { law } from './law.ts'

law(
  'whatever the library gives passes its schema, also when it comes back from a database, and means the same',
  fc.property(message, policy, instant, fc.boolean(), (given, flow, now, isStored) => {
    // JSON knows no -0.
    const events = JSON.parse(JSON.stringify(given)) as DeliveryEvent[]
    const stored = <Value>(value: Value): unknown =>
      isStored ? JSON.parse(JSON.stringify(value)) : value
    const state = reduce(events, flow, now)
    const entries = timeline(events, flow, now)
    const known = collect(events)
    expect(deliveryEvent.array().parse(stored(events))).toStrictEqual(events)
    expect(deliveryState.parse(stored(state))).toStrictEqual(state)
    expect(timelineEntry.array().parse(stored(entries))).toStrictEqual(entries)
    expect(policySchema.parse(stored(flow))).toStrictEqual(flow)
    expect(evidence.parse(stored(known))).toStrictEqual(known)
    expect(JSON.stringify(merge(evidence.parse(stored(known))))).toBe(JSON.stringify(known))
    expect(
      reduce(deliveryEvent.array().parse(stored(events)), policySchema.parse(stored(flow)), now),
    ).toStrictEqual(state)
  }),
)
