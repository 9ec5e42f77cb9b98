import { checkKeys, checkObject, checkOneOf, checkWhole } from '../event/check.ts'
import { throwMisuse } from '../event/throw-misuse.ts'
import { ACTIONS, type Action } from '../policy/policy.ts'
import type { ConcludedMessage } from './conclusion.ts'
import type { Dialect } from './dialect.ts'
import { checkRealInstant } from './real-instant.ts'
import { prepare } from './prepare.ts'
import type { Row, Statement } from './statement.ts'

/** Something that is to be done for a message, once per `advice.key`. */
export interface Effect {
  /**
   * Unique, and the same each time it is claimed: an idempotency key. 64 hex digits in PostgreSQL.
   */
  readonly id: string
  readonly messageId: string
  readonly adviceKey: string
  readonly action: Action
  /** How often it was claimed, this time too. */
  readonly tries: number
  /**
   * It is not advised any more and was never done: don't run it. It becomes due again if its key
   * comes back.
   */
  readonly superseded: boolean
}

export interface ClaimOptions {
  /** Which actions; all by default. */
  readonly actions?: readonly Action[] | undefined
  /** How many effects at most, from 1; 1 by default. */
  readonly limit?: number | undefined
  /**
   * True: at most once. A crash between claim and deed loses it. For what cannot be taken back.
   * False (the default): at least once. If it is not finished within `lease`, it can be claimed
   * again.
   */
  readonly once?: boolean | undefined
  /** For how many ms it is this worker's alone, from 1; 60,000 by default. */
  readonly lease?: number | undefined
  /**
   * A back-off: since how many ms it has to be due, from 1. Until then it can be superseded. Left
   * out, it may be claimed at once.
   */
  readonly after?: number | undefined
}

export interface FinishOptions {
  /** Only for `poll`: when it may be claimed again, in ms since the epoch. */
  readonly again?: number | undefined
}

/**
 * What is due of the concluded messages. One that was superseded is due again; one that is claimed
 * or done stays so.
 */
export function addEffectsIn(
  dialect: Dialect,
  prefix: string,
): (messages: readonly ConcludedMessage[], now: number) => Statement {
  const columns = {
    id: 'text',
    message_id: 'text',
    advice_key: 'text',
    action: 'text',
    due_at: 'instant',
  } as const
  const statement = prepare(
    dialect,
    `${prefix}effects`,
    `
INSERT INTO ${prefix}effect AS e (id, message_id, advice_key, action, due_at)
SELECT ${dialect.digest('n.id')}, n.message_id, n.advice_key, n.action, n.due_at FROM ${dialect.rows(':rows', columns)}
WHERE true ORDER BY 1
ON CONFLICT (id) DO UPDATE SET due_at = excluded.due_at, superseded = false WHERE e.superseded`,
  )
  return (messages, now) =>
    statement({
      rows: JSON.stringify(
        messages.map(({ messageId, state }) => ({
          id: JSON.stringify([messageId, state.advice.key]),
          message_id: messageId,
          advice_key: state.advice.key,
          action: state.advice.action,
          due_at: now,
        })),
      ),
    })
}

/**
 * Takes effects whose turn it is. A message that is due itself is passed over: what is known of it
 * may change the advice. The message is locked as well: otherwise one that is concluded meanwhile
 * would be read as it was.
 */
export function claimIn(
  dialect: Dialect,
  prefix: string,
): (now: number, options?: ClaimOptions) => Statement {
  const statement = prepare(
    dialect,
    `${prefix}claim`,
    `
WITH c (effect, is_superseded) AS (
  SELECT e.id, m.advice_key IS DISTINCT FROM e.advice_key
  FROM ${prefix}effect AS e JOIN ${prefix}message AS m ON m.message_id = e.message_id
  WHERE e.due_at <= :since AND COALESCE(m.review_at > :now, true)
    AND e.action IN (SELECT value FROM ${dialect.texts(':actions')})
  ORDER BY e.due_at, e.id LIMIT :limit ${dialect.lock('e, m')}
)
UPDATE ${prefix}effect SET
  superseded = is_superseded,
  due_at = CASE WHEN is_superseded OR :once THEN NULL ELSE CAST(:until AS double precision) END,
  tries = CASE WHEN is_superseded THEN tries ELSE tries + 1 END,
  claimed_at = CASE WHEN is_superseded THEN claimed_at ELSE :now END
FROM c WHERE id = effect RETURNING id, message_id, advice_key, action, tries, superseded`,
  )
  const where = 'claim: '
  return (now, options = {}) => {
    checkRealInstant(now, where, 'now')
    checkObject(options, where, 'options')
    checkKeys(options, ['actions', 'limit', 'once', 'lease', 'after'], where, 'options')
    const { actions = ACTIONS, limit = 1, once = false, lease = 60_000, after } = options
    for (const action of actions) checkOneOf(ACTIONS, action, where, 'options.actions: each')
    checkWhole(limit, Infinity, where, 'options.limit')
    checkOneOf([true, false], once, where, 'options.once')
    checkWhole(lease, Infinity, where, 'options.lease')
    if (after !== undefined) checkWhole(after, Infinity, where, 'options.after')
    return statement({
      now,
      since: now - (after ?? 0),
      actions: JSON.stringify(actions),
      limit,
      once,
      until: now + lease,
    })
  }
}

/** Marks an effect as done, or lets a poll be claimed again. */
export function finishIn(
  dialect: Dialect,
  prefix: string,
): (effect: Effect, now: number, options?: FinishOptions) => Statement {
  const statement = prepare(
    dialect,
    `${prefix}finish`,
    `UPDATE ${prefix}effect SET superseded = false, due_at = :again, finished_at = :now WHERE id = :id`,
  )
  const where = 'finish: '
  return (effect, now, options = {}) => {
    checkObject(effect, where, 'effect', 'Pass the effect that was claimed.')
    checkRealInstant(now, where, 'now')
    checkObject(options, where, 'options')
    checkKeys(options, ['again'], where, 'options')
    const { id, action, superseded } = effect
    const { again } = options
    if (superseded)
      throwMisuse(
        where,
        'effect.superseded',
        'false',
        superseded,
        'It was not run, and so it is not done: leave it as it is.',
      )
    if (again !== undefined) {
      checkRealInstant(again, where, 'options.again')
      if (action !== 'poll')
        throwMisuse(
          where,
          'options.again',
          'left out for all but poll',
          again,
          'Do it once per key.',
        )
    }
    return statement({ id, now, again })
  }
}

/** Rows of `claim` to effects. */
export const loadEffects = (rows: Iterable<Row>): Effect[] =>
  Array.from(rows, (row) => ({
    id: String(row['id']),
    messageId: String(row['message_id']),
    adviceKey: String(row['advice_key']),
    // Only `conclude` writes it.
    action: row['action'] as Action,
    tries: Number(row['tries']),
    superseded: Boolean(row['superseded']),
  }))
