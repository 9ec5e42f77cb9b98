import assert from 'node:assert/strict'
import { each } from '../each.mjs'
import { foldMachine, machineOf } from '../machine.mjs'
import { sameMessages } from '../messages.mjs'

/**
 * Six events of one attempt: `reduce` against a statechart, which leaves garbage that no other row
 * should have to sweep.
 *
 * @param {(specifier: string) => Promise<any>} load one build of the package
 */
export async function rows(load) {
  const { otp, reduce } = await load('sms-delivery-state')
  const messages = sameMessages(500)
  const now = messages[0][0].receivedAt + 60_000
  const machine = machineOf(otp)

  // What is compared must say the same.
  for (const events of messages)
    assert.ok(foldMachine(machine, events).matches({ open: reduce(events, otp, now).status }))
  return [
    {
      name: 'xstate transition / reduce, same',
      base: each(messages, (events) => reduce(events, otp, now)),
      work: each(messages, (events) => foldMachine(machine, events)),
    },
  ]
}
