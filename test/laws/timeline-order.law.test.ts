import fc from 'fast-check'
import { timeline } from 'sms-delivery-state'
import { expect } from 'vitest'
import { instant, message, policy, shuffled } from './arbitraries.ts'
import { law } from './law.ts'

law(
  'the timeline never shows in which order receipts came into the array',
  fc.property(
    message.chain((events) => fc.tuple(fc.constant(events), shuffled(events))),
    policy,
    instant,
    ([events, arrived], flow, now) => {
      expect(timeline(arrived, flow, now)).toStrictEqual(timeline(events, flow, now))
    },
  ),
)
