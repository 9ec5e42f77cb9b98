import { COLUMN_NAMES } from './columns.ts'
import type { Dialect } from './dialect.ts'
import { eventColumns } from './schema.ts'

/** Has one writer at a time, so nothing is locked by row. */
export const sqlite: Dialect = {
  types: { text: 'TEXT', instant: 'REAL', count: 'INTEGER', flag: 'INTEGER' },
  numbered: false,
  value: (value) => (typeof value === 'boolean' ? Number(value) : value),
  // It has no hashes, and indexes texts of any length.
  digest: (text) => text,
  rows: (json, columns) => {
    const list = Object.keys(columns).map((name) => `json_extract(value, '$.${name}') AS ${name}`)
    return `(SELECT ${list.join(', ')} FROM json_each(${json})) AS n`
  },
  texts: (json) => `json_each(${json}) AS n`,
  lock: () => '',
  tied: 'e.message_id IS NULL AND t.provider = e.provider AND t.provider_message_id = e.provider_message_id',

  events: (prefix) => `
CREATE TABLE IF NOT EXISTS ${prefix}event (
  text TEXT PRIMARY KEY,
  ${eventColumns(sqlite)},
  raw BLOB
);
CREATE INDEX IF NOT EXISTS ${prefix}event_message ON ${prefix}event (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS ${prefix}event_orphan ON ${prefix}event (provider, provider_message_id) WHERE message_id IS NULL;
CREATE TABLE IF NOT EXISTS ${prefix}tie (
  provider TEXT NOT NULL,
  provider_message_id TEXT NOT NULL,
  message_id TEXT,
  PRIMARY KEY (provider, provider_message_id)
);
CREATE INDEX IF NOT EXISTS ${prefix}tie_message ON ${prefix}tie (message_id) WHERE message_id IS NOT NULL;`,

  // Nothing is written that is so already: most receipts find their tie, and their message due.
  // First the message that has the tie: it has an orphan more, or loses the tie to a smaller id.
  triggers: (prefix) => `
DROP TRIGGER IF EXISTS ${prefix}recorded;
CREATE TRIGGER ${prefix}recorded AFTER INSERT ON ${prefix}event BEGIN
  ${due(prefix, 'NEW.message_id IS NULL OR NEW.message_id < message_id')}
  INSERT INTO ${prefix}tie SELECT NEW.provider, NEW.provider_message_id, NEW.message_id
  WHERE NEW.provider_message_id IS NOT NULL
  ON CONFLICT (provider, provider_message_id) DO UPDATE SET message_id = excluded.message_id
  WHERE excluded.message_id < message_id OR (message_id IS NULL AND excluded.message_id IS NOT NULL);
  INSERT INTO ${prefix}message (message_id, review_at) SELECT NEW.message_id, 0 WHERE NEW.message_id IS NOT NULL
  ON CONFLICT (message_id) DO UPDATE SET review_at = 0 WHERE review_at IS NOT 0;
END;
DROP TRIGGER IF EXISTS ${prefix}flowed;
CREATE TRIGGER ${prefix}flowed AFTER UPDATE OF flow ON ${prefix}event BEGIN
  UPDATE ${prefix}message SET review_at = 0 WHERE message_id = NEW.message_id;
  ${due(prefix, 'NEW.message_id IS NULL')}
END;`,

  record: (prefix) => `
INSERT INTO ${prefix}event AS e (text, ${COLUMN_NAMES.join(', ')}, flow, raw)
VALUES (:text, ${COLUMN_NAMES.map((name) => `:${name}`).join(', ')}, :flow, :raw)
ON CONFLICT (text) DO UPDATE SET flow = excluded.flow
WHERE excluded.flow < e.flow OR (e.flow IS NULL AND excluded.flow IS NOT NULL)`,
}

const due = (
  prefix: string,
  condition: string,
): string => `INSERT INTO ${prefix}message (message_id, review_at)
  SELECT message_id, 0 FROM ${prefix}tie
  WHERE provider = NEW.provider AND provider_message_id = NEW.provider_message_id AND message_id IS NOT NULL
    AND (${condition})
  ON CONFLICT (message_id) DO UPDATE SET review_at = 0 WHERE review_at IS NOT 0;`
