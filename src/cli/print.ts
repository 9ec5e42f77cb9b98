import { stateOf, timeline, type DeliveryEvent, type DeliveryState } from '../index.ts'
import { calendarOf } from '../explain/calendar.ts'
import { explain } from '../explain/index.ts'
import type { Message } from './messages.ts'
import type { Options } from './options.ts'
import { HEAD, nameOf, rowOf } from './row.ts'

/** How it is printed, and what is counted on the way. */
export interface Printing {
  readonly options: Options
  readonly now: number
  /** Columns are aligned for people; else a tab stands between them. */
  readonly isTerminal: boolean
  readonly count: (state: DeliveryState) => void
}

/** The messages as lines: a row each, or a story, or JSON. */
export function* linesOf(messages: Iterable<Message>, printing: Printing): Generator<string> {
  const { options, isTerminal } = printing
  if (options.json) yield* objects(messages, printing)
  else if (options.explain) yield* stories(messages, printing)
  else if (isTerminal) yield* aligned([HEAD, ...rows(messages, printing)])
  else for (const row of rows(messages, printing)) yield row.join('\t')
}

function* rows(messages: Iterable<Message>, printing: Printing): Generator<string[]> {
  const calendar = calendarOf(printing.options.timeZone, '')
  for (const message of messages) yield rowOf(message.id, judged(message, printing), calendar)
}

function* aligned(table: readonly (readonly string[])[]): Generator<string> {
  const widths: number[] = []
  for (const row of table) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)))
  for (const row of table)
    yield row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd()
}

function* stories(messages: Iterable<Message>, printing: Printing): Generator<string> {
  const { policy, timeZone } = printing.options
  let space = ''
  for (const message of messages) {
    const events = eventsOf(message, judged(message, printing))
    const name = nameOf(message.id)
    yield `${space}${name}\n${'─'.repeat(name.length)}\n${explain(events, policy, printing.now, { timeZone })}`
    space = '\n'
  }
}

function* objects(messages: Iterable<Message>, printing: Printing): Generator<string> {
  const { policy, explain } = printing.options
  for (const message of messages) {
    const state = judged(message, printing)
    const told = explain ? { timeline: timeline(eventsOf(message, state), policy, printing.now) } : {}
    yield JSON.stringify({ id: message.id, ...state, ...told })
  }
}

function judged({ evidence }: Message, { options, now, count }: Printing): DeliveryState {
  const state = stateOf(evidence, options.policy, now)
  count(state)
  return state
}

/** Where there are several attempts, `explain` wants each to name the message, and it is known now. */
const eventsOf = ({ id, events }: Message, { attempts }: DeliveryState): readonly DeliveryEvent[] =>
  attempts.length > 1 ? events.map((event) => ({ ...event, messageId: id })) : events
