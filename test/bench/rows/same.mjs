import assert from 'node:assert/strict'
import { each } from '../each.mjs'
import { sameMessages } from '../messages.mjs'
import { plainLoop, rankLoop } from '../rank-loop.mjs'

/**
 * Six events of one attempt: `reduce` against the plainest loop.
 *
 * @param {(specifier: string) => Promise<any>} load one build of the package
 */
export async function rows(load) {
  const { otp, reduce } = await load('sms-delivery-state')
  const messages = sameMessages(500)
  const now = messages[0][0].receivedAt + 60_000

  // What is compared must say the same.
  for (const events of messages) {
    const { status } = reduce(events, otp, now)
    assert.equal(rankLoop(events, otp, now).status, status)
    assert.equal(plainLoop(events).status, status)
  }
  return [
    {
      name: 'reduce / plainest rank loop, same',
      // A loop of its own: a call that is shared costs more than all that is in it.
      base: () => {
        let last
        for (const events of messages) last = plainLoop(events)
        return last
      },
      work: each(messages, (events) => reduce(events, otp, now)),
    },
  ]
}
