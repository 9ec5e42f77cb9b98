import type { DeliveryEvent } from '../event/event.ts'
import { checkEvent } from '../event/check-event.ts'
import { checkIterable } from '../event/check.ts'
import { ItemPlace, misuse, type Place } from '../event/misuse.ts'
import { rankOf } from '../event/precedence.ts'
import { addEvent, emptySlot, type Slot } from './slot.ts'

/**
 * Evidence in the making: the same set of marks, in the form that is quick to add to.
 * Which trail belongs to which attempt is not settled here, since a later event may bring a tie.
 */
export interface Ledger {
  messageId: string | undefined
  /** `-Infinity` where no event has one; so `lastReceivedAt`. */
  scheduledFor: number
  lastReceivedAt: number
  readonly trails: Trail[]
  /** Trails by their ids, once they are too many to look through. */
  index: Map<string, Trail> | undefined
}

/** All that was claimed under one set of ids. */
export interface Trail {
  readonly attemptId: string | undefined
  readonly provider: string | undefined
  readonly providerMessageId: string | undefined
  /** Some event of it names the message. */
  tied: boolean
  /** Some event of it said `receiptsExpected: false`. */
  blind: boolean
  /** The largest declared count; 0 where none is. */
  segments: number
  /** By segment index; 0 is the attempt as a whole. */
  readonly slots: (Slot | undefined)[]
}

type Ids = Pick<DeliveryEvent, 'attemptId' | 'provider' | 'providerMessageId'>

export function emptyLedger(): Ledger {
  return { messageId: undefined, scheduledFor: -Infinity, lastReceivedAt: -Infinity, trails: [], index: undefined }
}

/** Reads events into a ledger. Linear in their number. */
export function ledgerOf(events: Iterable<DeliveryEvent>, fn: string): Ledger {
  checkIterable(events, fn, 'events')
  const ledger = emptyLedger()
  const place = new ItemPlace(`${fn}events`)
  for (const event of events) {
    checkEvent(event, place)
    enter(ledger, event, place)
    place.index++
  }
  return ledger
}

/** Adds an event that was checked. */
export function enter(ledger: Ledger, event: DeliveryEvent, where: Place): void {
  const { messageId, receivedAt, scheduledFor, segment } = event
  if (messageId !== undefined) addMessageId(ledger, messageId, where)
  if (receivedAt !== undefined && receivedAt > ledger.lastReceivedAt) ledger.lastReceivedAt = receivedAt
  if (scheduledFor !== undefined && scheduledFor > ledger.scheduledFor) ledger.scheduledFor = scheduledFor
  const trail = trailOf(ledger, event)
  if (messageId !== undefined) trail.tied = true
  if (event.receiptsExpected === false) trail.blind = true
  if (segment?.count !== undefined && segment.count > trail.segments) trail.segments = segment.count
  addEvent(slotOf(trail, segment?.index ?? 0), rankOf(event.status)!, event)
}

export function addMessageId(ledger: Ledger, messageId: string, where: Place): void {
  if (ledger.messageId !== undefined && ledger.messageId !== messageId) {
    misuse(where, 'messageId', `${JSON.stringify(ledger.messageId)}, as the others name`, messageId, 'Reduce each message alone, or use reduceByMessage.')
  }
  ledger.messageId = messageId
}

/** The trail of these ids; a new one where there is none. */
export function trailOf(ledger: Ledger, { attemptId, provider, providerMessageId }: Ids): Trail {
  const { trails } = ledger
  if (ledger.index !== undefined) {
    const found = ledger.index.get(idsText(attemptId, provider, providerMessageId))
    if (found !== undefined) return found
  } else {
    for (let i = 0; i < trails.length; i++) {
      const trail = trails[i]!
      if (trail.providerMessageId === providerMessageId && trail.attemptId === attemptId && trail.provider === provider) return trail
    }
  }
  const trail: Trail = { attemptId, provider, providerMessageId, tied: false, blind: false, segments: 0, slots: [] }
  trails.push(trail)
  if (ledger.index !== undefined) ledger.index.set(idsText(attemptId, provider, providerMessageId), trail)
  else if (trails.length > FEW) ledger.index = new Map(trails.map((each) => [idsText(each.attemptId, each.provider, each.providerMessageId), each]))
  return trail
}

/** Only where no event of the message has a `receivedAt` does `occurredAt` stand in for it. */
export const timesByOccurrence = (ledger: Ledger): boolean => ledger.lastReceivedAt === -Infinity

export function slotOf(trail: Trail, segment: number): Slot {
  return (trail.slots[segment] ??= emptySlot())
}

/** Up to so many trails are looked through one by one. */
const FEW = 8

const idsText = (...ids: (string | undefined)[]): string => JSON.stringify(ids)
