import { Groups } from '../metrics/groups.ts'
import type { Summary } from '../metrics/index.ts'
import { stateOfMessage } from './message-state.ts'
import type { Message } from './messages.ts'
import type { SummaryInput } from './summary.ts'
import { Tally } from './tally.ts'

/** What `summarize` gives, by groups that may be of the message and not of its state. */
export function summarizeMessages(
  messages: Iterable<Message>,
  { options, now }: Pick<SummaryInput, 'options' | 'now'>,
  tally = new Tally(),
): Summary {
  const groups = new Groups()
  for (const message of messages) {
    const state = stateOfMessage(message, options, now)
    tally.add(state)
    groups.of(options.groupBy?.(message, state)).add(state, now)
  }
  return groups.toSummary()
}
