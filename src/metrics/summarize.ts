import type { DeliveryState } from '../delivery/delivery-state.ts'
import { checkIterable, checkKeys, checkObject } from '../event/check.ts'
import { checkClock, checkInstant } from '../event/instant.ts'
import { throwMisuse } from '../event/throw-misuse.ts'
import { checkState } from './check-state.ts'
import { Groups } from './groups.ts'
import type { Summary } from './summary.ts'

export interface SummarizeOptions {
  /**
   * The group of a message: its provider, its flow, the hour of its `windowStart`, the country in
   * your own data. Undefined (or an empty text) is a group too, the one without a key.
   */
  readonly groupBy?: ((state: DeliveryState) => string | undefined) | undefined
  /**
   * ms since the epoch: until when what is not delivered is known to be so. Pass the `now` of the
   * states. Without it an open message counts as one that will never be delivered, which makes the
   * time to deliver look longer, never shorter.
   */
  readonly now?: number | undefined
}

/**
 * Counts the states of many messages, in one pass: a few µs a message, and memory for the groups
 * alone. The parts of a day, or of several servers, add up with `mergeSummaries`, as long as each
 * message is in one of them.
 *
 * @param states of a Map (as `reduceByMessage` gives) its `values()`
 * @throws TypeError for what is no list of states, and for options that are wrong
 * @example
 * ```ts
 * const sent = { status: 'sent', provider: 'twilio' } as const
 * const arrived = { status: 'delivered', provider: 'twilio' } as const
 * const states = [reduce([sent], otp, 0), reduce([sent, arrived], otp, 0)]
 * const [group] = summarize(states, { groupBy: ({ provider }) => provider }).groups
 * console.log(group.key, group.messages, group.outcomes.delivered) // → twilio 2 1
 * ```
 */
export function summarize(
  states: Iterable<DeliveryState>,
  options: SummarizeOptions = {},
): Summary {
  const where = 'summarize: '
  checkIterable(states, where, 'states')
  checkObject(options, where, 'options')
  checkKeys(options, ['groupBy', 'now'], where, 'options')
  const { groupBy, now } = options
  checkInstant(now, where, 'options.now')
  if (groupBy !== undefined && typeof groupBy !== 'function')
    throwMisuse(
      where,
      'options.groupBy',
      'a function',
      groupBy,
      'Pass (state) => state.provider, say.',
    )

  const groups = new Groups()
  let index = 0
  const place = { toString: () => `${where}states[${index}]` }
  for (const state of states) {
    checkState(state, place)
    const { lastReceivedAt = Infinity } = state
    checkClock(
      [{ receivedAt: lastReceivedAt }],
      now,
      where,
      () => `states[${index}].lastReceivedAt`,
    )
    index++
    const key = groupBy?.(state)
    if (key !== undefined && typeof key !== 'string')
      throwMisuse(
        where,
        'what options.groupBy returns',
        'a text or undefined',
        key,
        'Make a text of it: String(…).',
      )
    groups.of(key).add(state, now)
  }
  return groups.toSummary()
}
