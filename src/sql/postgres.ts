import { COLUMN_NAMES } from './columns.ts'
import type { Dialect } from './dialect.ts'
import { eventColumns } from './schema.ts'

const sha256 = (text: string): string => `sha256(convert_to(${text}, 'UTF8'))`

export const postgres: Dialect = {
  // "C" orders texts by code points, as `reduce` does.
  types: { text: 'text COLLATE "C"', instant: 'double precision', count: 'smallint', flag: 'boolean' },
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

  // An index row holds some 2,700 bytes, and two ids of 512 characters take up to 3,072: so pairs of ids are found by a hash.
  // Workers that start together would trip over each other's CREATE: the lock makes them wait.
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

  // Each of the three inserts waits for a concurrent one of the same key, and then sees what that one wrote. That is why the tie of
  // an orphan is "updated" to itself, and why a message is made due by an insert: a SELECT or an UPDATE reads as of the statement's
  // start, and so would miss the event, or the message, that another worker commits meanwhile.
  record: (prefix) => `
WITH event AS (
  INSERT INTO ${prefix}event AS e (hash, tie, ${COLUMN_NAMES.join(', ')}, flow, raw)
  VALUES (${sha256(':text')}, ${sha256(':tie')}, ${COLUMN_NAMES.map((name) => `:${name}`).join(', ')}, :flow, :raw)
  ON CONFLICT (hash) DO UPDATE SET flow = excluded.flow
  WHERE excluded.flow < e.flow OR (e.flow IS NULL AND excluded.flow IS NOT NULL)
  RETURNING tie, message_id
), tie AS (
  INSERT INTO ${prefix}tie AS t (hash, message_id) SELECT tie, message_id FROM event WHERE tie IS NOT NULL
  ON CONFLICT (hash) DO UPDATE SET
    message_id = LEAST(t.message_id, excluded.message_id),
    moved_from = CASE WHEN excluded.message_id < t.message_id THEN t.message_id END
  WHERE excluded.message_id IS NULL OR t.message_id IS NULL OR excluded.message_id < t.message_id
  RETURNING message_id, moved_from
)
INSERT INTO ${prefix}message AS m (message_id, review_at)
SELECT message_id, 0 FROM (
  SELECT message_id FROM event UNION SELECT message_id FROM tie UNION SELECT moved_from FROM tie
) AS due WHERE message_id IS NOT NULL ORDER BY message_id
ON CONFLICT (message_id) DO UPDATE SET review_at = 0 WHERE m.review_at IS DISTINCT FROM 0`,
}
