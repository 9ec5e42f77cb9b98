import { checkKeys, checkObject, checkOneOf, checkWhole } from '../event/check.ts'
import { ACTIONS, type Action } from '../policy/policy.ts'
import type { ColumnType } from './columns.ts'
import {
  checkPolicies,
  conclusionOf,
  type ConcludedMessage,
  type ConcludeIssue,
  type Policies,
} from './conclusion.ts'
import type { Dialect } from './dialect.ts'
import { addEffectsIn } from './effects.ts'
import { eventsOfIn } from './events-of.ts'
import { checkRealInstant } from './real-instant.ts'
import { prepare } from './prepare.ts'
import type { Query, Row, Statement } from './statement.ts'

export interface ConcludeOptions {
  /** The actions that somebody has to do: they become effects. None by default. */
  readonly effects?: readonly Action[] | undefined
  /** How many messages at most, from 1; 200 by default. */
  readonly limit?: number | undefined
  /**
   * For how many ms a message that cannot be concluded is put off, from 1; 60,000 by default. News
   * makes it due at once.
   */
  readonly putOff?: number | undefined
}

export interface Concluded {
  readonly messages: readonly ConcludedMessage[]
  readonly issues: readonly ConcludeIssue[]
}

export type Conclude = (
  query: Query,
  policies: Policies,
  now: number,
  options?: ConcludeOptions,
) => Promise<Concluded>

const CONCLUSION = {
  review_at: 'instant',
  flow: 'text',
  status: 'text',
  settled: 'flag',
  since: 'instant',
  action: 'text',
  key: 'text',
  advice_key: 'text',
  issue: 'text',
} as const satisfies Record<string, ColumnType>

const DELAY = { review_at: 'instant', issue: 'text' } as const satisfies Record<string, ColumnType>

export function concludeIn(dialect: Dialect, prefix: string): Conclude {
  const due = prepare(
    dialect,
    `${prefix}due`,
    `
SELECT m.message_id, m.key FROM ${prefix}message AS m
WHERE m.review_at <= :now ORDER BY m.review_at LIMIT :limit ${dialect.lock('m')}`,
  )
  const eventsOf = eventsOfIn(dialect, prefix)
  const addEffects = addEffectsIn(dialect, prefix)
  const conclude = updateIn(dialect, prefix, 'conclude', CONCLUSION)
  const putOff = updateIn(dialect, prefix, 'put_off', DELAY)

  return async (query, policies, now, options = {}) => {
    check(policies, now, options)
    const { effects = [], limit = 200, putOff: delay = 60_000 } = options
    const taken = (await query(due({ now, limit }))).rows
    if (taken.length === 0) return { messages: [], issues: [] }

    const rows = new Map(taken.map((row) => [String(row['message_id']), [] as Row[]]))
    for (const row of (await query(eventsOf(rows.keys()))).rows)
      rows.get(String(row['message_id']))!.push(row)
    const all = taken.map(({ message_id, key }) =>
      conclusionOf(String(message_id), key, rows.get(String(message_id))!, policies, now),
    )
    const messages = all.filter((each) => 'state' in each)
    const issues = all.filter((each) => 'code' in each)

    const actions: readonly string[] = effects
    const todo = messages.filter(({ state }) => actions.includes(state.advice.action))
    if (todo.length > 0) await query(addEffects(todo, now))
    if (messages.length > 0) await query(conclude(messages.map(rowOf)))
    if (issues.length > 0)
      await query(
        putOff(
          issues.map(({ messageId, code }) => ({
            message_id: messageId,
            review_at: now + delay,
            issue: code,
          })),
        ),
      )
    return { messages, issues }
  }
}

const rowOf = ({ messageId, flow, state }: ConcludedMessage): Row => ({
  message_id: messageId,
  review_at: state.reviewAt,
  flow,
  status: state.status,
  settled: state.settled,
  since: state.since,
  action: state.advice.action,
  key: state.key,
  advice_key: state.advice.key,
})

/** Writes columns of many messages. A field that is left out becomes null. */
function updateIn(
  dialect: Dialect,
  prefix: string,
  name: string,
  columns: Readonly<Record<string, ColumnType>>,
): (rows: readonly Row[]) => Statement {
  const assignments = Object.keys(columns).map((column) => `${column} = n.${column}`)
  const statement = prepare(
    dialect,
    prefix + name,
    `
UPDATE ${prefix}message AS m SET ${assignments.join(', ')}
FROM ${dialect.rows(':rows', { message_id: 'text', ...columns })} WHERE m.message_id = n.message_id`,
  )
  return (rows) => statement({ rows: JSON.stringify(rows) })
}

/** What is wrong here is wrong for every message, so it is found before any is touched. */
function check(policies: Policies, now: number, options: ConcludeOptions): void {
  const where = 'conclude: '
  checkPolicies(policies, where)
  checkRealInstant(now, where, 'now')
  checkObject(options, where, 'options')
  checkKeys(options, ['effects', 'limit', 'putOff'], where, 'options')
  const { effects = [], limit = 1, putOff = 1 } = options
  for (const action of effects) checkOneOf(ACTIONS, action, where, 'options.effects: each')
  checkWhole(limit, Infinity, where, 'options.limit')
  checkWhole(putOff, Infinity, where, 'options.putOff')
}
