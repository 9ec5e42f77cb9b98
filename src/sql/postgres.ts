import { COLUMN_NAMES } from './columns.ts'
import type { Dialect } from './dialect.ts'
import { eventColumns } from './schema.ts'

const sha256 = (text: string): string => `sha256(convert_to(${text}, 'UTF8'))`

export const postgres: Dialect = {
  // "C" orders texts by code points, as `reduce` does.
  types: {
    text: 'text COLLATE "C"',
    instant: 'double precision',
    count: 'smallint',
    flag: 'boolean',
  },
  numbered: true,
  value: (value) => value,
  digest: (text) => `encode(${sha256(text)}, 'hex')`,
  rows: (json, columns) => {
    const list = Object.entries(columns).map(([name, type]) => `${name} ${postgres.types[type]}`)
    return `json_to_recordset(CAST(${json} AS json)) AS n (${list.join(', ')})`
  },
  texts: (json) => `json_array_elements_text(CAST(${json} AS json)) AS n (value)`,
  lock: (table) => `FOR UPDATE OF ${table} SKIP LOCKED`,
  tied: 'e.message_id IS NULL AND t.hash = e.tie',

  // An index row holds some 2,700 bytes, and two ids of 512 characters take up to 3,072: so pairs
  // of ids are found by a hash. Workers that start together would trip over each other's CREATE:
  // the lock makes them wait.
  events: (prefix) => `
SELECT pg_advisory_xact_lock(hashtext('${prefix}schema'));
CREATE TABLE IF NOT EXISTS ${prefix}event (
  hash bytea PRIMARY KEY,
  tie bytea,
  ${eventColumns(postgres)},
  raw bytea
);
CREATE INDEX IF NOT EXISTS ${prefix}event_message ON ${prefix}event (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS ${prefix}event_orphan ON ${prefix}event (tie) WHERE message_id IS NULL;
CREATE TABLE IF NOT EXISTS ${prefix}tie (
  hash bytea PRIMARY KEY,
  message_id text COLLATE "C",
  moved_from text COLLATE "C"
) WITH (fillfactor = 80);
CREATE INDEX IF NOT EXISTS ${prefix}tie_message ON ${prefix}tie (message_id) WHERE message_id IS NOT NULL;`,
  triggers: () => '',

  // Inserts, and locks on rows, wait for a concurrent transaction with the same key, and then see
  // what that one wrote. That is why the tie of an orphan is locked rather than looked up, or
  // "updated" to itself if the statement's start does not see it yet, and why a message is made due
  // by an insert. A plain SELECT or UPDATE reads as of the statement's start, and would miss the
  // tie, or the message, that another worker commits meanwhile. A tie moves to smaller ids only, so
  // messages are locked in their order.
  record: (prefix) => `
WITH event AS (
  INSERT INTO ${prefix}event AS e (hash, tie, ${COLUMN_NAMES.join(', ')}, flow, raw)
  VALUES (${sha256(':text')}, ${sha256(':tie')}, ${COLUMN_NAMES.map((name) => `:${name}`).join(', ')}, :flow, :raw)
  ON CONFLICT (hash) DO UPDATE SET flow = excluded.flow
  WHERE excluded.flow < e.flow OR (e.flow IS NULL AND excluded.flow IS NOT NULL)
  RETURNING tie, message_id
), held AS (
  SELECT message_id FROM ${prefix}tie
  WHERE hash = (SELECT tie FROM event WHERE message_id IS NULL) FOR SHARE
), tied AS (
  INSERT INTO ${prefix}tie AS t (hash, message_id)
  SELECT tie, message_id FROM event WHERE tie IS NOT NULL AND NOT EXISTS (SELECT FROM held)
  ON CONFLICT (hash) DO UPDATE SET
    message_id = LEAST(t.message_id, excluded.message_id),
    moved_from = CASE WHEN excluded.message_id < t.message_id THEN t.message_id END
  WHERE excluded.message_id IS NULL OR t.message_id IS NULL OR excluded.message_id < t.message_id
  RETURNING message_id, moved_from
)
INSERT INTO ${prefix}message AS m (message_id, review_at)
SELECT id, 0 FROM event LEFT JOIN held ON true LEFT JOIN tied ON true
CROSS JOIN LATERAL (VALUES (COALESCE(event.message_id, held.message_id, tied.message_id)), (tied.moved_from)) AS due (id)
WHERE id IS NOT NULL
ON CONFLICT (message_id) DO UPDATE SET review_at = 0 WHERE m.review_at IS DISTINCT FROM 0`,
}
