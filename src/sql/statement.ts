/** A value that every driver takes. */
export type Value = string | number | boolean | Uint8Array | null

/**
 * A statement as text and values, in the shape that `pg` takes. No value is ever part of the text.
 */
export interface Statement {
  /**
   * Names the text, so that a driver can prepare it once. Leave it out behind a pooler that cannot.
   */
  readonly name: string
  readonly text: string
  readonly values: Value[]
}

/** A row as a driver gives it: values by column. */
export type Row = Readonly<Record<string, unknown>>

export interface Rows {
  readonly rows: readonly Row[]
}

/** Runs a statement in the caller's transaction, and gives its rows. */
export type Query = (statement: Statement) => PromiseLike<Rows> | Rows
