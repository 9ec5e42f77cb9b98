import fc from 'fast-check'
import { collect, reduce, timeline } from 'sms-delivery-state'
import { expect } from 'vitest'
import { naiveIsMisuse, naiveState, naiveTimeline } from '../naive/index.ts'
import { anyEvents, instant, policy } from './arbitraries.ts'
import { law, Point } from './law.ts'

const needed = new Point()

law(
  'who knows whose events they are says so once, and they read as if each of them said so',
  fc.property(anyEvents, policy, instant, (events, flow, now) => {
    const options = { messageId: 'm' }
    const named = events.map((event) => ({ ...event, ...options }))
    if (naiveIsMisuse(events)) needed.reach()
    expect(JSON.stringify(collect(events, options))).toBe(JSON.stringify(collect(named)))
    expect(reduce(events, flow, now, options)).toStrictEqual(reduce(named, flow, now))
    expect(reduce(events, flow, now, options)).toStrictEqual(naiveState(events, flow, now, options))
    expect(timeline(events, flow, now, options)).toStrictEqual(
      naiveTimeline(events, flow, now, options),
    )
  }),
  1000,
  { point: needed, share: 0.05 },
)
