import fc from 'fast-check'
import { apply, collect } from 'sms-delivery-state'
import { expect } from 'vitest'
import { naiveApplyVerdict, naiveState } from '../naive/index.ts'
import { event, instant, message, policy } from './arbitraries.ts'
import { law } from './law.ts'

law(
  'what one webhook did is what the model says, read by the letter',
  fc.property(message, event, policy, instant, (events, last, flow, now) => {
    const { before, state, verdict, changed } = apply(collect(events), last, flow, now)
    const at = Math.max(now, last.receivedAt ?? now)
    expect(before).toStrictEqual(naiveState(events, flow, at))
    expect(state).toStrictEqual(naiveState([...events, last], flow, at))
    expect(verdict).toBe(naiveApplyVerdict(events, last, flow, now))
    expect(changed).toBe(before.key !== state.key)
  }),
  3000,
)
