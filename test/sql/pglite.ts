import { PGlite } from '@electric-sql/pglite'

let started: Promise<PGlite> | undefined

/** One server for all blocks of a file, since it takes a second to start; each empties it first. */
export async function emptyPglite(): Promise<PGlite> {
  started ??= PGlite.create()
  const db = await started
  await db.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public;')
  return db
}
