import { rankOf, SENT } from '../event/precedence.ts'
import { STATUSES, type Status } from '../event/status.ts'
import type { Policy } from '../policy/policy.ts'

/**
 * What can come late without being settled: it is stronger than `sent`, and `delivered` is settled
 * wherever it comes.
 */
export const LATE = ['unknown', 'expired', 'failed', 'undelivered'] as const

export type LateStatus = (typeof LATE)[number]

type Room = 'open' | 'closed'

type StatePath = `${Room}.${Status}` | `closed.late.${LateStatus}`

/** A transition, as XState writes it. */
interface Transition {
  readonly target: `#delivery.${StatePath}`
  readonly actions: readonly ('receive' | 'advance')[]
  readonly guard?: 'isWhole' | 'isBlind'
}

/** From a status that is not settled: to each stronger one, by the event's name. */
export function transitionsFrom(
  room: Room,
  status: Status,
): { readonly [Event in Status]?: readonly Transition[] } {
  const stronger = STATUSES.slice(rankOf(status) + 1)
  const transitions = stronger.map((next) => [next, [advanceTo(pathOf(room, next))]])
  // A segment that was delivered proves that the text left, no more.
  const segment = rankOf(status) < SENT ? [advanceTo(pathOf(room, 'sent'))] : []
  const delivered: Transition[] = [
    { ...advanceTo(pathOf(room, 'delivered')), guard: 'isWhole' },
    ...segment,
  ]
  return { ...Object.fromEntries(transitions), ...(status !== 'delivered' && { delivered }) }
}

/**
 * At the deadline: into the closed room, strengthened by the clock's word for silence. Where nobody
 * reports after `sent`, silence says nothing.
 */
export function deadlineTransitions(status: Status, { silence }: Policy): readonly Transition[] {
  const stays: Transition = { target: `#delivery.closed.${status}`, actions: ['receive'] }
  if (rankOf(silence) <= rankOf(status)) return [stays]
  const silent = advanceTo(`closed.${silence}`)
  return status === 'sent' ? [{ ...stays, guard: 'isBlind' }, silent] : [silent]
}

const advanceTo = (path: StatePath): Transition => ({
  target: `#delivery.${path}`,
  actions: ['receive', 'advance'],
})

function pathOf(room: Room, status: Status): StatePath {
  const late = room === 'closed' && LATE.find((each) => each === status)
  return late ? `closed.late.${late}` : `${room}.${status}`
}
