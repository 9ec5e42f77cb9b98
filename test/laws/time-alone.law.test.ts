import fc from 'fast-check'
import { collect, stateOf } from 'sms-delivery-state'
import { expect } from 'vitest'
import { readMessage } from '../naive/message.ts'
import { largest } from '../naive/order.ts'
import { message, policy } from './arbitraries.ts'
import { attemptsById } from './attempts.ts'
import { law, Point } from './law.ts'

const LONG = 90
const changed = new Point()

law(
  'as time alone passes, a status changes once at most: at the deadline, and only to what silence means',
  fc.property(message, policy, (events, flow) => {
    const evidence = collect(events)
    // Provider times that are still to come aside.
    const present = largest(readMessage(events).claims.map(({ time }) => time)) ?? 0
    const { deadline = Infinity } = stateOf(evidence, flow, present)
    let before = attemptsById(stateOf(evidence, flow, present))
    for (let now = present + 1; now < present + LONG; now++) {
      const after = attemptsById(stateOf(evidence, flow, now))
      for (const [id, is] of after) {
        const was = before.get(id)
        if (was?.status === is.status) continue
        changed.reach()
        expect(now, 'when it changed').toBe(deadline)
        expect(is).toMatchObject({ status: flow.silence, by: 'clock', since: deadline })
      }
      before = after
    }
  }),
  300,
  { point: changed, share: 0.1 },
)
