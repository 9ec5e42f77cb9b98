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

/** From a status that is not settled: to each stronger one, by the event's name. */
export function waysOut(room: Room, status: Status): { readonly [Event in Status]?: readonly Way[] } {
  const ways = STATUSES.slice(rankOf(status) + 1).map((stronger) => [stronger, [wayTo(placeOf(room, stronger))]])
  // A part that was delivered proves that the text left, no more.
  const part = rankOf(status) < SENT ? [wayTo(placeOf(room, 'sent'))] : []
  const delivered: Way[] = [{ ...wayTo(placeOf(room, 'delivered')), guard: 'isWhole' }, ...part]
  return { ...Object.fromEntries(ways), ...(status !== 'delivered' && { delivered }) }
}

/** At the deadline: into the closed room, strengthened by the clock's word for silence. Where nobody reports after `sent`, silence says nothing. */
export function waysOver(status: Status, { silence }: Policy): readonly Way[] {
  const stays: Way = { target: `#delivery.closed.${status}`, actions: ['receive'] }
  if (rankOf(silence) <= rankOf(status)) return [stays]
  const spoken = wayTo(`closed.${silence}`)
  return status === 'sent' ? [{ ...stays, guard: 'isBlind' }, spoken] : [spoken]
}

const wayTo = (place: Place): Way => ({ target: `#delivery.${place}`, actions: ['receive', 'advance'] })

function placeOf(room: Room, status: Status): Place {
  const late = room === 'closed' && LATE.find((each) => each === status)
  return late ? `closed.late.${late}` : `${room}.${status}`
}
