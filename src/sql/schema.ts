import { COLUMNS } from './columns.ts'
import type { Dialect } from './dialect.ts'

/** A step from one version of the tables to the next. Running it again changes nothing. */
export interface Migration {
  readonly version: number
  readonly text: string
}

export const migrationsOf = (dialect: Dialect, prefix: string): readonly Migration[] => [
  {
    version: 1,
    text: `${dialect.events(prefix)}${conclusions(dialect, prefix)}${dialect.triggers(prefix)}\n`,
  },
]

/**
 * Events are only ever appended, each once. The flow of a message is kept here, so that `message`
 * can be made anew.
 */
export const eventColumns = ({ types }: Dialect): string =>
  [
    ...Object.entries(COLUMNS).map(
      ([name, { type }]) => `${name} ${types[type]}${name === 'status' ? ' NOT NULL' : ''}`,
    ),
    `flow ${types.text}`,
  ].join(',\n  ')

/**
 * What was concluded of each message, and what is to be done about it. A `review_at` of 0 means at
 * once.
 */
const conclusions = ({ types }: Dialect, prefix: string): string => `
CREATE TABLE IF NOT EXISTS ${prefix}message (
  message_id ${types.text} PRIMARY KEY,
  review_at ${types.instant},
  flow ${types.text},
  status ${types.text},
  settled ${types.flag},
  since ${types.instant},
  action ${types.text},
  key ${types.text},
  advice_key ${types.text},
  issue ${types.text}
);
CREATE INDEX IF NOT EXISTS ${prefix}message_review ON ${prefix}message (review_at) WHERE review_at IS NOT NULL;
CREATE TABLE IF NOT EXISTS ${prefix}effect (
  id ${types.text} PRIMARY KEY,
  message_id ${types.text} NOT NULL,
  advice_key ${types.text} NOT NULL,
  action ${types.text} NOT NULL,
  due_at ${types.instant},
  superseded ${types.flag} NOT NULL DEFAULT false,
  tries integer NOT NULL DEFAULT 0,
  claimed_at ${types.instant},
  finished_at ${types.instant}
);
CREATE INDEX IF NOT EXISTS ${prefix}effect_due ON ${prefix}effect (due_at) WHERE due_at IS NOT NULL;`
