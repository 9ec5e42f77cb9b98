import { calendarOf } from '../explain/calendar.ts'
import { explain } from '../explain/index.ts'
import { timeline, type DeliveryState } from '../index.ts'
import type { Summary } from '../metrics/index.ts'
import { csvRow } from './csv.ts'
import { eventsOf, policyOf, stateOfMessage } from './message-state.ts'
import type { Message } from './messages.ts'
import { METRICS_CSV_HEAD, METRICS_HEAD, metricsCsvRows, metricsRows } from './metrics-table.ts'
import { CSV_HEAD, csvCellsOf, HEAD, nameOf, rowOf } from './row.ts'
import type { SummaryInput } from './summary.ts'

/**
 * The result, line by line: for each message a row, its story, or its state as JSON. On a terminal
 * rows are aligned under a heading; elsewhere each is a line with tabs.
 */
export function* printed(
  messages: Iterable<Message>,
  input: SummaryInput,
  isTerminal: boolean,
): Generator<string> {
  const { csv, json, explain } = input.options
  if (json) yield* objects(messages, input)
  else if (explain) yield* stories(messages, input)
  else if (csv) {
    yield csvRow(CSV_HEAD)
    yield* cells(messages, input, csvCellsOf, csvRow)
  } else if (isTerminal) yield* aligned([HEAD, ...cells(messages, input, rowOf, (row) => row)])
  else yield* cells(messages, input, rowOf, (row) => row.join('\t'))
}

/** The same of the metrics: a row for each group. */
export function* printedMetrics(
  summary: Summary,
  { csv, json }: SummaryInput['options'],
  isTerminal: boolean,
): Generator<string> {
  if (json) yield JSON.stringify(summary)
  else if (csv) yield* [METRICS_CSV_HEAD, ...metricsCsvRows(summary)].map(csvRow)
  else if (isTerminal) yield* aligned([METRICS_HEAD, ...metricsRows(summary)])
  else yield* metricsRows(summary).map((row) => row.join('\t'))
}

function* cells<Cells, Line>(
  messages: Iterable<Message>,
  input: SummaryInput,
  cellsOf: (id: string, state: DeliveryState, calendar: ReturnType<typeof calendarOf>) => Cells,
  lineOf: (cells: Cells) => Line,
): Generator<Line> {
  const calendar = calendarOf(input.options.timeZone, '')
  for (const message of messages)
    yield lineOf(cellsOf(message.id, counted(message, input), calendar))
}

function* aligned(table: readonly (readonly string[])[]): Generator<string> {
  const widths: number[] = []
  for (const row of table)
    row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)))
  for (const row of table) {
    const cells = row.map((cell, i) => cell.padEnd(widths[i] ?? 0))
    yield cells.join('  ').trimEnd()
  }
}

function* stories(messages: Iterable<Message>, input: SummaryInput): Generator<string> {
  const { options, now } = input
  const { timeZone } = options
  let space = ''
  for (const message of messages) {
    const events = eventsOf(message, counted(message, input))
    const name = nameOf(message.id)
    const story = explain(events, policyOf(message, options), now, { timeZone })
    yield `${space}${name}\n${'─'.repeat(name.length)}\n${story}`
    space = '\n'
  }
}

function* objects(messages: Iterable<Message>, input: SummaryInput): Generator<string> {
  const { options, now } = input
  for (const message of messages) {
    const state = counted(message, input)
    const told = options.explain && {
      timeline: timeline(eventsOf(message, state), policyOf(message, options), now),
    }
    yield JSON.stringify({ id: message.id, ...state, ...told })
  }
}

function counted(message: Message, { options, now, tally }: SummaryInput): DeliveryState {
  const state = stateOfMessage(message, options, now)
  tally.add(state)
  return state
}
