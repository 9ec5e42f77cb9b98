import type { DeliveryEvent } from '../event/event.ts'
import { misuse, type Place } from '../event/misuse.ts'
import { compareNumber, compareText } from '../event/order.ts'
import { timesByOccurrence, type Ledger, type Trail } from './ledger.ts'
import { addSlot, earliest, emptySlot, type Slot } from './slot.ts'

/** One submission, with all trails that belong to it. */
export interface Attempt {
  /** Undefined for the only, nameless one. */
  readonly id: string | undefined
  readonly trails: Trail[]
  /** By segment index; 0 is the attempt as a whole. */
  readonly slots: readonly (Slot | undefined)[]
  /** n, the largest declared count; 0 where none is. */
  readonly segments: number
  /** Nobody reports after `sent` on this route. */
  readonly blind: boolean
  /** The smallest time of its marks; -Infinity, before all, where they have none. */
  readonly start: number
}

/**
 * Where events belong, read off the whole set, since a later event may bring a tie:
 *
 *     accepted  attempt 1, id SM…     delivered  id SM…
 *               ^^^^^^^^^^^^^^^^^ ties SM… to attempt 1, so both are of attempt 1, whichever came first
 */
export interface Joins {
  /** By provider message id. */
  readonly ties: ReadonlyMap<string, Tie>
  /** The attempt of events that name none: the one that starts first. */
  readonly first: string | undefined
}

interface Tie {
  attemptId: string
  /** The only segment that ties of this id name; 0 where none does, -1 where several do. */
  segment: number
}

type Ids = Pick<DeliveryEvent, 'attemptId' | 'providerMessageId'>

const NO_TIES: ReadonlyMap<string, Tie> = new Map()

export function joinsOf(ledger: Ledger): Joins {
  const { trails } = ledger
  const alone = trails.length === 1 && trails[0]!.slots.length <= 1
  const ties = alone ? NO_TIES : tiesOf(trails)
  const first = !alone && trails.some(isNameless) ? firstNamed(ledger, ties) : undefined
  return { ties, first }
}

export function attemptIdOf({ ties, first }: Joins, { attemptId, providerMessageId }: Ids): string | undefined {
  if (attemptId !== undefined) return attemptId
  return providerMessageId === undefined ? first : (ties.get(providerMessageId)?.attemptId ?? providerMessageId)
}

/** The segment that is meant: as named (from 1), else the tie's, else 0 for the whole. */
export function segmentOf({ ties }: Joins, { providerMessageId }: Ids, named: number): number {
  if (named > 0 || providerMessageId === undefined) return named
  return Math.max(0, ties.get(providerMessageId)?.segment ?? 0)
}

/** The attempts in the order in which they started. */
export function attemptsOf(ledger: Ledger, joins: Joins): Attempt[] {
  const byOccurrence = timesByOccurrence(ledger)
  const trailsOf = new Map<string | undefined, Trail[]>()
  for (const trail of ledger.trails) {
    const id = attemptIdOf(joins, trail)
    const trails = trailsOf.get(id)
    if (trails) trails.push(trail)
    else trailsOf.set(id, [trail])
  }
  const attempts = Array.from(trailsOf, ([id, trails]): Attempt => {
    const segments = trails.reduce((most, trail) => Math.max(most, trail.segments), 0)
    const blind = trails.some((trail) => trail.blind)
    return { id, trails, slots: joinSlots(trails, joins), segments, blind, start: startOf(trails, byOccurrence) }
  })
  return attempts.sort(byStart)
}

/** The order in which attempts started; ties by id. */
export function byStart(a: Pick<Attempt, 'id' | 'start'>, b: Pick<Attempt, 'id' | 'start'>): number {
  return compareNumber(a.start, b.start) || compareText(a.id ?? '', b.id ?? '')
}

/** In one reduce, each of several attempts must name the message: that is how two messages in one array betray themselves. */
export function checkOneMessage(attempts: readonly Attempt[], where: Place): void {
  const stray = attempts.length > 1 ? attempts.find(({ trails }) => !trails.some(({ tied }) => tied)) : undefined
  if (stray !== undefined) {
    misuse(where, 'events', 'of one message', stray.id, 'No event ties this attempt to a message: give it a messageId, or use reduceByMessage.')
  }
}

function tiesOf(trails: readonly Trail[]): ReadonlyMap<string, Tie> {
  const ties = new Map<string, Tie>()
  for (const { attemptId, providerMessageId, slots } of trails) {
    if (attemptId === undefined || providerMessageId === undefined) continue
    const tie = ties.get(providerMessageId) ?? { attemptId, segment: 0 }
    ties.set(providerMessageId, tie)
    if (attemptId < tie.attemptId) tie.attemptId = attemptId
    for (let segment = 1; segment < slots.length; segment++) {
      if (slots[segment] !== undefined && tie.segment !== segment) tie.segment = tie.segment === 0 ? segment : -1
    }
  }
  return ties
}

function firstNamed(ledger: Ledger, ties: ReadonlyMap<string, Tie>): string | undefined {
  const named = { ...ledger, trails: ledger.trails.filter((trail) => !isNameless(trail)) }
  return attemptsOf(named, { ties, first: undefined })[0]?.id
}

const isNameless = ({ attemptId, providerMessageId }: Ids): boolean => attemptId === undefined && providerMessageId === undefined

function joinSlots(trails: readonly Trail[], joins: Joins): (Slot | undefined)[] {
  if (trails.length === 1 && joins.ties.size === 0) return trails[0]!.slots
  const joined: (Slot | undefined)[] = []
  for (const trail of trails) {
    trail.slots.forEach((slot, named) => {
      if (slot !== undefined) addSlot((joined[segmentOf(joins, trail, named)] ??= emptySlot()), slot)
    })
  }
  return joined
}

function startOf(trails: readonly Trail[], byOccurrence: boolean): number {
  let start = Infinity
  for (const { slots } of trails) for (const slot of slots) if (slot) start = Math.min(start, earliest(slot, byOccurrence))
  return start === Infinity ? -Infinity : start
}
