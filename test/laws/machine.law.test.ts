import fc from 'fast-check'
import { reduce } from 'sms-delivery-state'
import { createDeliveryMachine, statusOf } from 'sms-delivery-state/machine'
import { expect } from 'vitest'
import { instant, policy } from './arbitraries.ts'
import { law } from './law.ts'
import { attempt, run, sent } from './machine.ts'

law(
  'the statechart, fed in the order in which things became known, ends where the reducer does',
  fc.property(attempt, policy, instant, (events, flow, now) => {
    const state = reduce(events, flow, now)
    const snapshot = run(createDeliveryMachine(flow), sent(events, state))
    expect(statusOf(snapshot)).toBe(state.status)
    expect(snapshot.hasTag('settled')).toBe(state.settled)
    expect(snapshot.matches('closed')).toBe(state.closed)
  }),
)
