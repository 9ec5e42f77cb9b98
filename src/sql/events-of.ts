import { checkIterable, checkName } from '../event/check.ts'
import { COLUMN_NAMES } from './columns.ts'
import type { Dialect } from './dialect.ts'
import { prepare } from './prepare.ts'
import type { Statement } from './statement.ts'

/** All columns but the first, which is the message. */
const restOf = (table: string): string =>
  [...COLUMN_NAMES.slice(1), 'flow'].map((name) => `${table}.${name}`).join(', ')

/**
 * Every event with the message it belongs to: the one that it names, else the one that its provider
 * id is tied to.
 */
export const storedEvents = ({ tied }: Dialect, prefix: string): string => {
  return `SELECT COALESCE(e.message_id, t.message_id) AS message_id, ${restOf('e')}
FROM ${prefix}event AS e LEFT JOIN ${prefix}tie AS t ON ${tied}
WHERE COALESCE(e.message_id, t.message_id) IS NOT NULL`
}

/** The same for a few messages, by index. */
export function eventsOfIn(dialect: Dialect, prefix: string): (ids: Iterable<string>) => Statement {
  const columns = restOf('e')
  const statement = prepare(
    dialect,
    `${prefix}events`,
    `
WITH id AS (SELECT value FROM ${dialect.texts(':ids')})
SELECT e.message_id, ${columns} FROM id JOIN ${prefix}event AS e ON e.message_id = id.value
UNION ALL
SELECT t.message_id, ${columns} FROM id JOIN ${prefix}tie AS t ON t.message_id = id.value JOIN ${prefix}event AS e ON ${dialect.tied}`,
  )
  return (ids) => {
    checkIterable(ids, 'eventsOf: ', 'ids')
    const list = [...ids]
    list.forEach((id, i) => checkName(id, 'eventsOf: ', `ids[${i}]`))
    return statement({ ids: JSON.stringify(list) })
  }
}
