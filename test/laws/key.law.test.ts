import fc from 'fast-check'
import { reduce, type DeliveryState } from 'sms-delivery-state'
import { expect } from 'vitest'
import { instant, message, policy } from './arbitraries.ts'
import { law } from './law.ts'

const state = fc.tuple(message, policy, instant).map(([events, flow, now]) => reduce(events, flow, now))

law(
  'the key differs exactly where the attempt, the status or the action shown does',
  fc.property(state, state, (one, other) => {
    expect(one.key === other.key).toBe(JSON.stringify(shown(one)) === JSON.stringify(shown(other)))
  }),
  3000,
)

const shown = ({ attemptId, status, advice }: DeliveryState) => ({ attemptId, status, action: advice.action })
