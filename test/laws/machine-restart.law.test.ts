import fc from 'fast-check'
import { reduce, type DeliveryState } from 'sms-delivery-state'
import {
  createDeliveryMachine,
  machineSnapshot,
  type DeliverySnapshot,
} from 'sms-delivery-state/machine'
import { expect } from 'vitest'
import { instant, policy } from './arbitraries.ts'
import { law } from './law.ts'
import { run, sent, timedAttempt } from './machine.ts'

law(
  'an actor that starts from a stored state ends where one does that was there from the start',
  fc.property(timedAttempt, fc.nat({ max: 8 }), policy, instant, (all, until, flow, now) => {
    // A state does not hold which parts arrived.
    const events = all.filter(({ status, segment }) => status !== 'delivered' || !segment)
    const known = events.slice(0, until)
    const last = known.at(-1)?.receivedAt
    // What is known at one instant is known together: else the deadline there would come between.
    fc.pre(last !== undefined && events[until]?.receivedAt !== last)

    const machine = createDeliveryMachine(flow)
    const then = reduce(known, flow, last)
    const whole = sent(events, reduce(events, flow, now))
    const [before, rest] = [sent(known, then), whole.slice(sent(known, then).length)]
    expect(whole.slice(0, before.length)).toEqual(before)

    const stored = JSON.parse(JSON.stringify(then)) as DeliveryState
    const restored = machine.resolveState(machineSnapshot(stored))
    const there = run(machine, before)
    expect(restored.value).toEqual(there.value)
    expect(standing(run(machine, rest, restored))).toEqual(standing(run(machine, rest, there)))
  }),
  500,
)

const standing = ({ value, tags, context: { since, by, strongest } }: DeliverySnapshot) => ({
  value,
  tags,
  since,
  by,
  strongest,
})
