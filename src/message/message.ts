import { throwMisuse } from '../event/throw-misuse.ts'
import { add, byStart, emptyAttempt, type Attempt } from './attempt.ts'
import type { Claim } from '../event/claim.ts'
import { placeOf, tiesOf, type Joins } from './ties.ts'

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

const isNameless = ({ attemptId, providerMessageId }: Claim): boolean => (attemptId ?? providerMessageId) === undefined

const REMEDY = 'Take each message alone, or use reduceByMessage.'

/** Makes the joins. Linear in the number of claims. */
export function resolve(claims: readonly Claim[], where: string): Message {
  let id: string | undefined
  let lastReceivedAt = -Infinity
  let scheduledFor = -Infinity
  let nameless = 0
  for (const claim of claims) {
    const { messageId, receivedAt } = claim
    if (messageId !== undefined && messageId !== (id ??= messageId))
      throwMisuse(where, 'messageId', `${JSON.stringify(id)}, as in the rest`, messageId, REMEDY)
    if (receivedAt < Infinity && receivedAt > lastReceivedAt) lastReceivedAt = receivedAt
    if (claim.scheduledFor > scheduledFor) scheduledFor = claim.scheduledFor
    if (isNameless(claim)) nameless++
  }

  const byOccurrence = lastReceivedAt === -Infinity
  const ties = tiesOf(claims)
  const attempts = namedAttempts(claims, ties, byOccurrence)
  if (attempts.length > 1) attempts.sort(byStart)
  const joins: Joins = { ties, first: attempts[0]?.id }
  if (nameless > 0) {
    // Claims that name no attempt belong to the one that starts first, or to the only one, which has no name.
    if (attempts.length === 0) attempts.push(emptyAttempt())
    const first = attempts[0]!
    for (const claim of claims) if (isNameless(claim)) add(first, claim, claim.segment, byOccurrence)
    attempts.sort(byStart)
  }

  let start = Infinity
  for (const attempt of attempts) if (attempt.start < start) start = attempt.start
  return { id, joins, attempts, start: start === Infinity ? start : Math.max(start, scheduledFor), lastReceivedAt }
}

function namedAttempts(claims: readonly Claim[], ties: Joins['ties'], byOccurrence: boolean): Attempt[] {
  let attempt: Attempt | undefined
  // Most messages have one attempt, and need no map.
  let byId: Map<string | undefined, Attempt> | undefined
  let first: Attempt | undefined
  for (const claim of claims) {
    if (isNameless(claim)) continue
    const { id, segment } = placeOf({ ties, first: undefined }, claim)
    if (attempt === undefined) attempt = first = emptyAttempt(id)
    else if (attempt.id !== id) {
      byId ??= new Map([[attempt.id, attempt]])
      attempt = byId.get(id)
      if (attempt === undefined) byId.set(id, (attempt = emptyAttempt(id)))
    }
    add(attempt, claim, segment, byOccurrence)
  }
  return byId ? [...byId.values()] : first ? [first] : []
}

/** The same of one array, in which each of several attempts must name the message: that is how two messages betray themselves. */
export function resolveOne(claims: readonly Claim[], where: string): Message {
  const message = resolve(claims, where)
  const { attempts, joins } = message
  if (attempts.length > 1) {
    const tied = new Set(claims.map((claim) => claim.messageId && placeOf(joins, claim).id))
    for (const { id } of attempts)
      if (!tied.has(id)) throwMisuse(where, 'events', 'of one message, each attempt with a messageId', id, REMEDY)
  }
  return message
}
