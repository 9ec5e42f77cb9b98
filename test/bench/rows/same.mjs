import assert from 'node:assert/strict'
import { each } from '../each.mjs'
import { foldMachine, machineOf } from '../machine.mjs'
import { sameMessages } from '../messages.mjs'
import { plainLoop, rankLoop } from '../rank-loop.mjs'

/**
 * Six events of one attempt: `reduce` against the plainest loop, and against a statechart.
 *
 * @param {(specifier: string) => Promise<any>} load one build of the package
 */
export async function rows(load) {
  const { otp, reduce } = await load('sms-delivery-state')
  const messages = sameMessages(500)
  const few = messages.slice(0, 50)
  const now = messages[0][0].receivedAt + 60_000
  const machine = machineOf(otp)

  // What is compared must say the same.
  for (const events of messages) {
    const { status } = reduce(events, otp, now)
    assert.equal(rankLoop(events, otp, now).status, status)
    assert.equal(plainLoop(events).status, status)
    assert.ok(foldMachine(machine, events).matches({ open: status }))
  }
  return [
    {
      name: 'reduce / plainest rank loop, same',
      base: each(messages, plainLoop),
      work: each(messages, (events) => reduce(events, otp, now)),
      atMost: 11,
    },
    {
      name: 'xstate transition / reduce, same',
      base: each(few, (events) => reduce(events, otp, now)),
      work: each(few, (events) => foldMachine(machine, events)),
      atLeast: 100,
    },
  ]
}
