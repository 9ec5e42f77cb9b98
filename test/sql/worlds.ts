import fc from 'fast-check'
import { reduce, type DeliveryEvent, type Policy } from 'sms-delivery-state'
import { COLUMNS, valueOf, type Column } from '../../src/sql/columns.ts'
import type { Policies } from '../../src/sql/conclusion.ts'
import { arrivals, instant, message, mixed, policy } from '../laws/arbitraries.ts'
import type { QueryEngine } from './query-engines.ts'
import { plain, rowOfState, type Row } from './rows.ts'

/** Messages under a policy each, all seen at one instant. */
export interface Worlds {
  readonly now: number
  readonly policies: Policies
  readonly messages: readonly World[]
}

export interface World {
  readonly messageId: string
  readonly flow: string
  readonly events: readonly DeliveryEvent[]
}

/** Small worlds, in which instants, ids and deadlines meet all the time. */
export function sampleWorlds(rounds: number, size: number, seed: number): Worlds[] {
  const some = fc.tuple(
    instant,
    fc.array(policy, { minLength: 6, maxLength: 6 }),
    fc.array(
      fc
        .tuple(message.filter((events) => events.length > 0).chain(arrivals), fc.nat({ max: 3 }))
        .map(([events, opened]) => events.map((event) => read(event, opened))),
      { minLength: size, maxLength: size },
    ),
  )
  return fc.sample(some, { numRuns: rounds, seed }).map(([now, list, messages]) => ({
    now,
    policies: Object.fromEntries(list.map((each, i) => [flowName(i), each])),
    messages: messages.map((events, i) => worldOf(`m${i}`, flowName(i % list.length), events)),
  }))
}

/** What a careless query would take for the end of the text, or for another letter. */
const flowName = (i: number): string => `flow's \\${i}`

/** Logs of several messages, in which most events know the provider's id alone. */
export function sampleLogs(
  count: number,
  seed: number,
): { events: DeliveryEvent[]; policy: Policy; now: number }[] {
  const some = fc.tuple(fc.array(mixed, { minLength: 1, maxLength: 4 }), policy, instant)
  return fc
    .sample(some, { numRuns: count, seed })
    .map(([lists, policy, now]) => ({ events: lists.flat(), policy, now }))
}

/** An event of each message says so by name. */
export const worldOf = (
  messageId: string,
  flow: string,
  events: readonly DeliveryEvent[],
): World => ({
  messageId,
  flow,
  events: events.map((event) => ({ ...event, messageId })),
})

/** Some deliveries were read as well. */
const read = (event: DeliveryEvent, opened: number): DeliveryEvent =>
  event.status === 'delivered' && opened === 0 ? { ...event, read: true } : event

const TYPES = { text: 'TEXT', instant: 'DOUBLE PRECISION', count: 'INTEGER', flag: 'BOOLEAN' }

export const LOG = `CREATE TABLE log (${Object.entries<Column>(COLUMNS)
  .map(([name, { type }]) => `${name} ${TYPES[type]}`)
  .join(', ')}, flow TEXT);`

const literal = (value: string | number | boolean | undefined): string =>
  value === undefined
    ? 'NULL'
    : typeof value === 'string'
      ? `'${value.replaceAll("'", "''")}'`
      : String(value)

/** Events as rows. Of a message only the first brings its flow. */
export function insertText(messages: readonly World[]): string {
  const rows = messages.flatMap(({ events, flow }) =>
    events.map((event, i) => {
      const values = Object.values<Column>(COLUMNS).map((column) => valueOf(event, column))
      return `(${[...values, i === 0 ? flow : undefined].map(literal).join(', ')})`
    }),
  )
  return `INSERT INTO log VALUES ${rows.join(',\n')};`
}

/** The rows that a query gives for these worlds, by message. */
export async function queried(
  engine: QueryEngine,
  query: string,
  { messages, now }: Worlds,
): Promise<Map<unknown, Row>> {
  await engine.script('DELETE FROM log;')
  await engine.script(insertText(messages))
  const rows = await engine.rows(query, [now])
  return new Map(rows.map((row) => [row['message_id'], plain(row)]))
}

/** The row that `stateQuery` promises for a world. */
export const rowOf = ({ messageId, flow, events }: World, policy: Policy, now: number): Row =>
  rowOfState(messageId, flow, reduce(events, policy, now))

/** The instant that stands for 0 where events are recorded. */
export const START = 1_790_000_000_000

/**
 * As a service records it: at real instants, each provider id with its provider, and under ids of
 * the service's own.
 */
export function atRealInstant({
  receivedAt = 7,
  occurredAt,
  scheduledFor,
  messageId,
  ...rest
}: DeliveryEvent): DeliveryEvent {
  return {
    ...rest,
    receivedAt: START + receivedAt,
    ...(messageId === undefined ? {} : { messageId: `id ${messageId}` }),
    ...(occurredAt === undefined ? {} : { occurredAt: START + occurredAt }),
    ...(scheduledFor === undefined ? {} : { scheduledFor: START + scheduledFor }),
    ...(rest.providerMessageId === undefined ? {} : { provider: 'x' }),
  }
}
