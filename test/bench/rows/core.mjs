import assert from 'node:assert/strict'
import { foldMachine, machineOf } from '../machine.mjs'
import { mixedMessages, sameMessages } from '../messages.mjs'
import { plainLoop, rankLoop } from '../rank-loop.mjs'

/**
 * The core against what is written by hand, and its functions against `reduce`.
 *
 * @param {(specifier: string) => Promise<any>} load one build of the package
 */
export async function rows(load) {
  const { apply, collect, otp, reduce, timeline } = await load('sms-delivery-state')
  const mixed = mixedMessages(500)
  const same = sameMessages(500)
  const few = same.slice(0, 50)
  const now = 1_900_000_000_000
  const open = same[0][0].receivedAt + 60_000
  const machine = machineOf(otp)

  // What is compared must say the same.
  for (const events of same) {
    const { status } = reduce(events, otp, open)
    assert.equal(rankLoop(events, otp, open).status, status)
    assert.equal(plainLoop(events).status, status)
    assert.ok(foldMachine(machine, events).matches({ open: status }))
  }

  // Each message as it is when its last event comes.
  const stored = mixed.map((events) => {
    const { messageId } = events.find((event) => event.messageId !== undefined)
    return { last: events.at(-1), evidence: collect(events.slice(0, -1), { messageId }) }
  })
  const reduceMixed = each(mixed, (events) => reduce(events, otp, now))
  const reduceSame = (events) => reduce(events, otp, open)
  return [
    {
      name: 'reduce / hand-written rank loop, mixed',
      base: each(mixed, (events) => rankLoop(events, otp, now)),
      work: reduceMixed,
      atMost: 4.5,
    },
    {
      name: 'reduce / plainest rank loop, same',
      base: each(same, plainLoop),
      work: each(same, reduceSame),
      atMost: 11,
    },
    {
      name: 'timeline / reduce, mixed',
      base: reduceMixed,
      work: each(mixed, (events) => timeline(events, otp, now)),
      atMost: 1.6,
    },
    {
      name: 'collect / reduce, mixed',
      base: reduceMixed,
      work: each(mixed, (events) => collect(events)),
      atMost: 1.4,
    },
    {
      name: 'apply on stored evidence / reduce, mixed',
      base: reduceMixed,
      work: each(stored, ({ evidence, last }) => apply(evidence, last, otp, now)),
      atMost: 2.2,
    },
    {
      name: 'xstate transition / reduce, same',
      base: each(few, reduceSame),
      work: each(few, (events) => foldMachine(machine, events)),
      atLeast: 100,
    },
  ]
}

/** Does it for each of a list. */
export const each = (list, run) => () => {
  let last
  for (const item of list) last = run(item)
  return last
}
