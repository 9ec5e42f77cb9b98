import { stateAt } from '../delivery/to-state.ts'
import { checkEvents } from '../event/checked-event.ts'
import { resolveMessage } from '../message/resolve-message.ts'
import { timeline, type DeliveryEvent, type DeliveryState } from '../index.ts'
import { calendarOf } from '../explain/calendar.ts'
import { explain } from '../explain/index.ts'
import type { Message } from './messages.ts'
import { HEAD, nameOf, rowOf } from './row.ts'
import { summaryOf, type Summed } from './summary.ts'

/** All that the command prints, line by line: for each message a row, or its story, and a summary; or JSON alone. */
export function* printed(messages: Iterable<Message>, summed: Summed, isTerminal: boolean): Generator<string> {
  const { json, explain } = summed.options
  if (json) return yield* objects(messages, summed)
  if (explain) yield* stories(messages, summed)
  else if (isTerminal) yield* aligned([HEAD, ...rows(messages, summed)])
  else for (const row of rows(messages, summed)) yield row.join('\t')
  yield ''
  yield* summaryOf(summed)
}

function* rows(messages: Iterable<Message>, summed: Summed): Generator<string[]> {
  const calendar = calendarOf(summed.options.timeZone, '')
  for (const message of messages) yield rowOf(message.id, judged(message, summed), calendar)
}

function* aligned(table: readonly (readonly string[])[]): Generator<string> {
  const widths: number[] = []
  for (const row of table) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)))
  for (const row of table) {
    const cells = row.map((cell, i) => cell.padEnd(widths[i] ?? 0))
    yield cells.join('  ').trimEnd()
  }
}

function* stories(messages: Iterable<Message>, summed: Summed): Generator<string> {
  const { policy, timeZone } = summed.options
  let space = ''
  for (const message of messages) {
    const events = eventsOf(message, judged(message, summed))
    const name = nameOf(message.id)
    yield `${space}${name}\n${'─'.repeat(name.length)}\n${explain(events, policy, summed.now, { timeZone })}`
    space = '\n'
  }
}

function* objects(messages: Iterable<Message>, summed: Summed): Generator<string> {
  const { policy, explain } = summed.options
  for (const message of messages) {
    const state = judged(message, summed)
    const told = explain && { timeline: timeline(eventsOf(message, state), policy, summed.now) }
    yield JSON.stringify({ id: message.id, ...state, ...told })
  }
}

function judged({ events }: Message, { options, now, tally }: Summed): DeliveryState {
  const state = stateAt(resolveMessage(checkEvents(events, '')), options.policy, now)
  tally.add(state)
  return state
}

/** Where there are several attempts, `explain` wants each to name the message, and it is known now. */
const eventsOf = ({ id, events }: Message, { attempts }: DeliveryState): readonly DeliveryEvent[] =>
  attempts.length > 1 ? events.map((event) => ({ ...event, messageId: id })) : events
