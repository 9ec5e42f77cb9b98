import type { Query } from 'sms-delivery-state/sql'

/** What the service asks of a database: `postgres.ts` and `pglite.ts` have one each. */
export interface Database {
  readonly query: Query
  /** Commits if the work succeeds; else nothing of it stays. */
  transaction<Result>(work: (query: Query) => Promise<Result>): Promise<Result>
  /** Runs several statements that have no values. */
  script(text: string): Promise<void>
  close(): Promise<void>
}
