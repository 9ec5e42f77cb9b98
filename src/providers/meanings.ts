import type { Confirmation } from '../event/event.ts'
import type { Failure } from '../event/failure.ts'
import type { Status } from '../event/status.ts'
import type { CodeRow, StatusRow } from './spec.ts'

/** What a word and a code claim together. */
export interface Claim {
  readonly status: Status
  readonly confirmedBy: Confirmation | undefined
  readonly failure: Failure | undefined
}

/** The rows of a provider's words, ready to be looked up as they are written there, and in lower case. */
export function wordsOf(rows: Readonly<Record<string, StatusRow>>): ReadonlyMap<string, StatusRow> {
  const entries = Object.entries(rows)
  return new Map([...entries.map(([word, row]) => [lower(word), row] as const), ...entries])
}

/** ASCII only: in no locale is another word the same. */
export const lower = (word: string) => word.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

/** What was delivered has not failed. Else a code says that something has, even one that is not in the table; unless its row is null. */
export function claimOf(
  word: Exclude<StatusRow, string>,
  codes: Readonly<Record<string, CodeRow>>,
  code: string | undefined,
): Claim {
  let { status, reason } = word
  const negative = status === 'failed' || status === 'undelivered' || status === 'expired'
  const found = code !== undefined && Object.hasOwn(codes, code) ? codes[code] : undefined
  const row = typeof found === 'string' ? { reason: found } : found
  if (negative) status = row?.status ?? status
  if (status === 'delivered') return { status, confirmedBy: word.confirmedBy ?? 'carrier', failure: undefined }
  if (!negative && reason === undefined && (code === undefined || row === null))
    return { status, confirmedBy: undefined, failure: undefined }
  // The more specific reason.
  if (row && row.reason !== 'unknown') reason = row.reason
  reason ??= status === 'expired' ? 'expired' : 'unknown'
  const failure = {
    reason,
    ...(code !== undefined && { code }),
    ...(row?.permanent !== undefined && { permanent: row.permanent }),
  }
  return { status, confirmedBy: undefined, failure }
}
