import type { DeliveryEvent } from '../event/event.ts'
import { misuse } from '../event/misuse.ts'
import { add, byStart, emptyAttempt, type Attempt } from './attempt.ts'
import { placeOf, tiesOf, type Joins } from './joins.ts'

/** What is known of a message, its claims joined to attempts. No policy and no clock enters it. */
export interface Message {
  readonly id: string | undefined
  readonly joins: Joins
  /** In the order in which they started. */
  readonly attempts: readonly Attempt[]
  /** Where the window starts; `Infinity` where no claim has a time. */
  readonly start: number
  /** -Infinity where no event has a `receivedAt`: then `occurredAt` stands in for it. */
  readonly lastReceivedAt: number
}

const isNameless = ({ attemptId, providerMessageId }: DeliveryEvent): boolean => (attemptId ?? providerMessageId) === undefined

const REMEDY = 'Take each message alone, or use reduceByMessage.'

/** Makes the joins. Linear in the number of claims. */
export function resolve(claims: readonly DeliveryEvent[], where: string): Message {
  let id: string | undefined
  let lastReceivedAt = -Infinity
  let scheduledFor = -Infinity
  for (const claim of claims) {
    const { messageId } = claim
    if (messageId !== undefined && messageId !== (id ??= messageId))
      misuse(where, 'messageId', `${JSON.stringify(id)}, as in the rest`, messageId, REMEDY)
    lastReceivedAt = Math.max(lastReceivedAt, claim.receivedAt ?? -Infinity)
    scheduledFor = Math.max(scheduledFor, claim.scheduledFor ?? -Infinity)
  }

  const joins: Joins = { ties: tiesOf(claims), first: undefined }
  const byId = new Map<string | undefined, Attempt>()
  let attempts: Attempt[] = []
  // Claims that name no attempt come last: they belong to the one that starts first.
  for (const nameless of [false, true]) {
    for (const claim of claims) {
      if (isNameless(claim) !== nameless) continue
      const place = placeOf(joins, claim)
      let attempt = byId.get(place.id)
      if (attempt === undefined) byId.set(place.id, (attempt = emptyAttempt(place.id)))
      add(attempt, claim, place.segment, lastReceivedAt === -Infinity)
    }
    attempts = [...byId.values()].sort(byStart)
    joins.first ??= attempts[0]?.id
  }

  const start = attempts.reduce((first, each) => Math.min(first, each.start), Infinity)
  return { id, joins, attempts, start: start === Infinity ? start : Math.max(start, scheduledFor), lastReceivedAt }
}

/** The same of one array, in which each of several attempts must name the message: that is how two messages betray themselves. */
export function resolveOne(claims: readonly DeliveryEvent[], where: string): Message {
  const message = resolve(claims, where)
  const { attempts, joins } = message
  if (attempts.length > 1) {
    const tied = new Set(claims.map((claim) => claim.messageId && placeOf(joins, claim).id))
    for (const { id } of attempts)
      if (!tied.has(id)) misuse(where, 'events', 'of one message, each attempt with a messageId', id, REMEDY)
  }
  return message
}
