import { rankOf, SENT } from '../event/precedence.ts'
import { STATUSES, type Status } from '../event/status.ts'
import type { Policy } from '../policy/policy.ts'

/** What can come late without being settled: it is stronger than `sent`, and `delivered` is settled wherever it comes. */
export const LATE = ['unknown', 'expired', 'failed', 'undelivered'] as const

export type LateStatus = (typeof LATE)[number]

type Room = 'open' | 'closed'

type Place = `${Room}.${Status}` | `closed.late.${LateStatus}`

/** A transition, as XState writes it. */
interface Way {
  readonly target: `#delivery.${Place}`
  readonly actions: readonly ('receive' | 'advance')[]
  readonly guard?: 'isWhole' | 'isBlind'
}

/** From a status that is not settled: a way to each stronger one, by the event's name. */
export function waysOut(room: Room, status: Status): { readonly [Event in Status]?: readonly Way[] } {
  return Object.fromEntries(STATUSES.slice(rankOf(status) + 1).map((stronger) => [stronger, waysTo(room, stronger, status)]))
}

/** The deadline: into the closed room, strengthened by the clock's word for silence. Where nobody reports after `sent`, silence says nothing. */
export function waysOver(status: Status, { silence }: Policy): readonly Way[] {
  const spoken: Way =
    rankOf(silence) > rankOf(status)
      ? { target: `#delivery.closed.${silence}`, actions: ['receive', 'advance'] }
      : { target: `#delivery.closed.${status}`, actions: ['receive'] }
  return status === 'sent' ? [{ target: '#delivery.closed.sent', actions: ['receive'], guard: 'isBlind' }, spoken] : [spoken]
}

function waysTo(room: Room, status: Status, from: Status): readonly Way[] {
  const late = LATE.find((each) => each === status)
  const target =
    `#delivery.${room === 'closed' && late ? (`closed.late.${late}` as const) : (`${room}.${status}` as const)}` as const
  const actions = ['receive', 'advance'] as const
  if (status !== 'delivered') return [{ target, actions }]
  const whole: Way = { target, actions, guard: 'isWhole' }
  // A part that was delivered proves that the text left, no more.
  return rankOf(from) < SENT ? [whole, { target: `#delivery.${room}.sent`, actions }] : [whole]
}
