import { STATUSES, type DeliveryState, type Failure } from '../index.ts'
import type { Calendar } from '../explain/calendar.ts'
import { printable } from '../explain/layout.ts'
import type { CsvCell } from './csv.ts'

export const HEAD = ['message', 'status', 'since', 'by', 'settled', 'do next', 'notes']

/** A message in a line. Nothing that others wrote can end the line, or speak to the terminal. */
export function rowOf(id: string, state: DeliveryState, calendar: Calendar): string[] {
  const { status, since, by, settled, advice } = state
  return [
    nameOf(id),
    status,
    since === undefined ? '-' : calendar.timeNear(undefined, since),
    by ?? '-',
    settled ? 'settled' : '-',
    advice.action,
    notesOf(state).join(', ') || '-',
  ]
}

export const CSV_HEAD = [
  'message',
  'status',
  'since',
  'by',
  'settled',
  'action',
  'outcome',
  'reason',
  'code',
  'provider',
  'attempts',
  'notes',
]

/** The same for a program: texts as they are, and nothing where there is nothing. */
export function csvCellsOf(id: string, state: DeliveryState, calendar: Calendar): CsvCell[] {
  const { status, since, by, settled, advice, outcome, failure, provider, attempts } = state
  return [
    id,
    status,
    since === undefined ? undefined : calendar.timeNear(undefined, since),
    by,
    settled,
    advice.action,
    outcome,
    failure?.reason,
    failure?.code,
    provider,
    attempts.length,
    notesOf(state).join(', '),
  ]
}

/** An id, for people. */
export const nameOf = (id: string): string => printable(id, 120)

/** What somebody in support would like to see beside the status. */
function notesOf(state: DeliveryState): string[] {
  const { attempts, failure, status, strongest, since, deadline, slow, receiptsExpected, advice } =
    state
  const isLate = STATUSES.indexOf(strongest) > STATUSES.indexOf(status)
  const resends = advice.action === 'resend' || advice.action === 'offer-resend'
  return [
    attempts.length > 1 && `${attempts.length} attempts`,
    failure !== undefined && reasonOf(failure),
    attempts.some((attempt) => attempt.conflict) && 'conflict',
    slow && 'slow',
    !receiptsExpected && 'no receipts expected',
    since !== undefined && deadline !== undefined && since > deadline && 'after the deadline',
    isLate && `${strongest} too late`,
    resends && advice.duplicateRisk && 'duplicate risk',
  ].filter((note) => note !== false)
}

function reasonOf({ reason, code = '' }: Failure): string {
  return printable(`${reason === 'unknown' ? 'reason unknown' : reason} ${code}`, 40)
}
