import fc from 'fast-check'
import { reduce, type DeliveryEvent, type DeliveryState, type Policy } from 'sms-delivery-state'
import { COLUMNS, valueOf, type Column } from '../../src/sql/columns.ts'
import type { Policies } from '../../src/sql/conclusion.ts'
import { arrivals, instant, message, mixed, policy } from '../laws/arbitraries.ts'
import type { QueryEngine } from './query-engines.ts'

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

export type Row = Readonly<Record<string, unknown>>

/** SQLite has no booleans, DuckDB gives whole numbers as bigints. */
export function plain(row: Row): Row {
  const flags = ['settled', 'closed', 'slow', 'failure_permanent']
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (typeof value === 'bigint') return [name, Number(value)]
      return [name, flags.includes(name) && typeof value === 'number' ? value === 1 : value]
    }),
  )
}

/** The row that `stateQuery` promises for a world. */
export const rowOf = ({ messageId, flow, events }: World, policy: Policy, now: number): Row =>
  rowOfState(messageId, flow, reduce(events, policy, now))

export function rowOfState(messageId: string, flow: string, state: DeliveryState): Row {
  const {
    status,
    settled,
    since,
    by,
    strongest,
    attemptId,
    windowStart,
    deadline,
    closed,
    slow,
    advice,
    failure,
  } = state
  const {
    acceptedAt,
    queuedAt,
    sentAt,
    unknownAt,
    expiredAt,
    failedAt,
    undeliveredAt,
    deliveredAt,
  } = state
  const row = {
    message_id: messageId,
    flow,
    status,
    settled,
    since,
    by,
    strongest,
    attempt_id: attemptId,
    window_start: windowStart,
    deadline,
    closed,
    slow,
    action: advice.action,
    advice_key: advice.key,
    failure_reason: failure?.reason,
    failure_code: failure?.code,
    failure_permanent: failure?.permanent,
    accepted_at: acceptedAt,
    queued_at: queuedAt,
    sent_at: sentAt,
    unknown_at: unknownAt,
    expired_at: expiredAt,
    failed_at: failedAt,
    undelivered_at: undeliveredAt,
    delivered_at: deliveredAt,
    read_at: state.readAt,
    delivery_known_at: state.deliveryKnownAt,
  }
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? null]))
}

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
