import { each } from '../each.mjs'
import { mixedMessages } from '../messages.mjs'
import { rankLoop } from '../rank-loop.mjs'

/**
 * Messages of the simulated network: the core against what is written by hand, and its functions
 * against `reduce`.
 *
 * @param {(specifier: string) => Promise<any>} load one build of the package
 */
export async function rows(load) {
  const { apply, collect, otp, reduce, timeline } = await load('sms-delivery-state')
  const messages = mixedMessages(500)
  const now = 1_900_000_000_000
  // Each message as it is when its last event comes.
  const stored = messages.map((events) => {
    const { messageId } = events.find((event) => event.messageId !== undefined)
    return { last: events.at(-1), evidence: collect(events.slice(0, -1), { messageId }) }
  })
  const reduceAll = each(messages, (events) => reduce(events, otp, now))
  return [
    {
      name: 'reduce / hand-written rank loop, mixed',
      base: each(messages, (events) => rankLoop(events, otp, now)),
      work: reduceAll,
    },
    {
      name: 'timeline / reduce, mixed',
      base: reduceAll,
      work: each(messages, (events) => timeline(events, otp, now)),
      atMost: 1.6,
    },
    {
      name: 'collect / reduce, mixed',
      base: reduceAll,
      work: each(messages, (events) => collect(events)),
      atMost: 1.4,
    },
    {
      name: 'apply on stored evidence / reduce, mixed',
      base: reduceAll,
      work: each(stored, ({ evidence, last }) => apply(evidence, last, otp, now)),
    },
  ]
}
