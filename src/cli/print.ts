import { stateAt } from '../delivery/to-state.ts'
import { checkEvents } from '../event/checked-event.ts'
import { resolveMessage } from '../message/resolve-message.ts'
import { timeline, type DeliveryEvent, type DeliveryState } from '../index.ts'
import { calendarOf } from '../explain/calendar.ts'
import { explain } from '../explain/index.ts'
import type { Message } from './messages.ts'
import { HEAD, nameOf, rowOf } from './row.ts'
import { summaryOf, type SummaryInput } from './summary.ts'

/** All that the command prints, line by line: for each message a row, or its story, and a summary; or JSON alone. */
export function* printed(messages: Iterable<Message>, input: SummaryInput, isTerminal: boolean): Generator<string> {
  const { json, explain } = input.options
  if (json) return yield* objects(messages, input)
  if (explain) yield* stories(messages, input)
  else if (isTerminal) yield* aligned([HEAD, ...rows(messages, input)])
  else for (const row of rows(messages, input)) yield row.join('\t')
  yield ''
  yield* summaryOf(input)
}

function* rows(messages: Iterable<Message>, input: SummaryInput): Generator<string[]> {
  const calendar = calendarOf(input.options.timeZone, '')
  for (const message of messages) yield rowOf(message.id, judged(message, input), calendar)
}

function* aligned(table: readonly (readonly string[])[]): Generator<string> {
  const widths: number[] = []
  for (const row of table) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)))
  for (const row of table) {
    const cells = row.map((cell, i) => cell.padEnd(widths[i] ?? 0))
    yield cells.join('  ').trimEnd()
  }
}

function* stories(messages: Iterable<Message>, input: SummaryInput): Generator<string> {
  const { policy, timeZone } = input.options
  let space = ''
  for (const message of messages) {
    const events = eventsOf(message, judged(message, input))
    const name = nameOf(message.id)
    yield `${space}${name}\n${'─'.repeat(name.length)}\n${explain(events, policy, input.now, { timeZone })}`
    space = '\n'
  }
}

function* objects(messages: Iterable<Message>, input: SummaryInput): Generator<string> {
  const { policy, explain } = input.options
  for (const message of messages) {
    const state = judged(message, input)
    const told = explain && { timeline: timeline(eventsOf(message, state), policy, input.now) }
    yield JSON.stringify({ id: message.id, ...state, ...told })
  }
}

function judged({ events }: Message, { options, now, tally }: SummaryInput): DeliveryState {
  const state = stateAt(resolveMessage(checkEvents(events, '')), options.policy, now)
  tally.add(state)
  return state
}

/** Where there are several attempts, `explain` wants each to name the message, and it is known now. */
const eventsOf = ({ id, events }: Message, { attempts }: DeliveryState): readonly DeliveryEvent[] =>
  attempts.length > 1 ? events.map((event) => ({ ...event, messageId: id })) : events
