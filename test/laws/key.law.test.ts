import fc from 'fast-check'
import { reduce, type DeliveryState } from 'sms-delivery-state'
import { expect } from 'vitest'
import { instant, message, policy } from './arbitraries.ts'
import { law, Point } from './law.ts'

const state = fc
  .tuple(message, policy, instant)
  .map(([events, flow, now]) => reduce(events, flow, now))
const [sameKey, sameAdviceKey] = [new Point(), new Point()]

law(
  'the key differs exactly where the attempt, the status or the action shown does',
  fc.property(state, state, (one, other) => {
    if (one.key === other.key) sameKey.reach()
    expect(one.key === other.key).toBe(JSON.stringify(shown(one)) === JSON.stringify(shown(other)))
  }),
  3000,
  { point: sameKey, share: 0.003 },
)

law(
  'the key of the advice differs exactly where the attempt or the action shown does',
  fc.property(state, state, (one, other) => {
    if (one.advice.key === other.advice.key && one.status !== other.status) sameAdviceKey.reach()
    expect(one.advice.key === other.advice.key).toBe(
      JSON.stringify(advised(one)) === JSON.stringify(advised(other)),
    )
  }),
  3000,
  { point: sameAdviceKey, share: 0.003 },
)

const shown = ({ attemptId, status, advice }: DeliveryState) => ({
  attemptId,
  status,
  action: advice.action,
})
const advised = ({ attemptId, advice }: DeliveryState) => ({ attemptId, action: advice.action })
