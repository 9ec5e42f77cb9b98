import fc from 'fast-check'
import { timeline } from 'sms-delivery-state'
import { expect } from 'vitest'
import { naiveTimeline } from '../naive/index.ts'
import { world } from './arbitraries.ts'
import { law } from './law.ts'

law(
  'the timeline is what the model says, read by the letter',
  fc.property(world, ({ events, flow, now }) => {
    expect(timeline(events, flow, now)).toStrictEqual(naiveTimeline(events, flow, now))
  }),
  2000,
)
