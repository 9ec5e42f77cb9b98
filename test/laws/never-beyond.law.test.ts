import fc from 'fast-check'
import { reduce } from 'sms-delivery-state'
import { expect } from 'vitest'
import { instant, message, policy } from './arbitraries.ts'
import { strength } from './attempts.ts'
import { law, Point } from './law.ts'

const beyond = new Point()

law(
  'what is shown is never stronger than the strongest event, unless our own clock set it',
  fc.property(message, policy, instant, (events, flow, now) => {
    const state = reduce(events, flow, now)
    for (const { status, strongest, by } of [state, ...state.attempts]) {
      if (strength(status) <= strength(strongest)) continue
      beyond.reach()
      expect({ by, status }).toEqual({ by: 'clock', status: flow.silence })
    }
  }),
  1000,
  { point: beyond, share: 0.1 },
)
