import { checkObject, checkOneOf } from '../event/check.ts'
import { CONFIRMATIONS, type Confirmation } from '../event/event.ts'
import { FAILURE_REASONS, type Failure, type FailureReason } from '../event/failure.ts'
import { STATUSES, type Status } from '../event/status.ts'
import type { CodeRow, ProviderSpec, StatusRow } from './spec.ts'

/** A provider's tables made ready. */
export interface Meanings {
  readonly words: ReadonlyMap<string, Word | 'inbound'>
  readonly codes: ReadonlyMap<string, Code | null>
}

type Word = Exclude<StatusRow, string>
type Code = Exclude<CodeRow, string | null>

/** What a word and a code claim together. */
export interface Claim {
  readonly status: Status
  readonly confirmedBy: Confirmation | undefined
  readonly failure: Failure | undefined
}

/** The row of a word, in whatever letter case (ASCII) it is written. */
export function wordOf(meanings: Meanings, word: string): Word | 'inbound' | undefined {
  return meanings.words.get(word) ?? meanings.words.get(lower(word))
}

/** Delivered has not failed. Where it may have, a code that we don't know says so too; `null` says that nothing has. */
export function claimOf(meanings: Meanings, word: Word, code: string | undefined): Claim {
  const row = code === undefined ? undefined : meanings.codes.get(code)
  const negative = word.status === 'failed' || word.status === 'undelivered' || word.status === 'expired'
  const status = (negative && row?.status) || word.status
  if (status === 'delivered') return { status, confirmedBy: word.confirmedBy ?? 'carrier', failure: undefined }
  const failed = negative || word.reason !== undefined || (code !== undefined && row !== null)
  return { status, confirmedBy: undefined, failure: failed ? failureOf(word, code, row) : undefined }
}

/** The more specific reason: the code's, else the word's. */
function failureOf(word: Word, code: string | undefined, row: Code | null | undefined): Failure {
  const fallback: FailureReason = word.reason ?? (word.status === 'expired' ? 'expired' : 'unknown')
  const reason = row && row.reason !== 'unknown' ? row.reason : fallback
  if (code === undefined) return { reason }
  return row?.permanent === undefined ? { reason, code } : { reason, code, permanent: row.permanent }
}

/** Throws the `TypeError` for a row that is wrong. */
export function meaningsOf({ statuses, codes = {} }: ProviderSpec, where: string): Meanings {
  checkObject(statuses, where, 'statuses', 'a table of their words')
  checkObject(codes, where, 'codes', 'a table of their codes')
  const words = new Map(Object.entries(statuses).map(([word, row]) => [word, readyWord(row, `${where}statuses.${word}`)]))
  for (const [word, row] of [...words]) if (!words.has(lower(word))) words.set(lower(word), row)
  return { words, codes: new Map(Object.entries(codes).map(([code, row]) => [code, readyCode(row, `${where}codes.${code}`)])) }
}

function readyWord(row: StatusRow, where: string): Word | 'inbound' {
  if (row === 'inbound') return row
  const word = typeof row === 'string' ? { status: row } : row
  checkObject(word, where, '', 'a status or a row')
  checkOneOf(STATUSES, word.status, where, ': status')
  if (word.confirmedBy !== undefined) checkOneOf(CONFIRMATIONS, word.confirmedBy, where, ': confirmedBy')
  if (word.reason !== undefined) checkOneOf(FAILURE_REASONS, word.reason, where, ': reason')
  return word
}

function readyCode(row: CodeRow, where: string): Code | null {
  if (row === null) return row
  const code = typeof row === 'string' ? { reason: row } : row
  checkObject(code, where, '', 'a reason, a row or null')
  checkOneOf(FAILURE_REASONS, code.reason, where, ': reason')
  if (code.status !== undefined) checkOneOf(STATUSES, code.status, where, ': status')
  return code
}

/** ASCII only: in no locale is another word the same. */
const lower = (word: string) => word.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
