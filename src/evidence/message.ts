import { misuse } from '../event/misuse.ts'
import { add, byStart, emptyAttempt, type Attempt } from './attempt.ts'
import { lastOf, type Claim } from './claim.ts'
import { attemptIdOf, segmentOf, tiesOf, type Joins } from './joins.ts'

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

const REMEDY = 'Take each message alone, or use reduceByMessage.'

/** Makes the joins. Linear in the number of claims. */
export function resolve(claims: readonly Claim[], where: string): Message {
  let id: string | undefined
  let lastReceivedAt = -Infinity
  let scheduledFor = -Infinity
  for (const claim of claims) {
    const { messageId } = claim
    if (messageId !== undefined) {
      if (messageId !== (id ??= messageId)) misuse(where, 'messageId', `${JSON.stringify(id)}, as in the rest`, messageId, REMEDY)
    }
    lastReceivedAt = Math.max(lastReceivedAt, lastOf(claim) ?? -Infinity)
    scheduledFor = Math.max(scheduledFor, claim.scheduledFor ?? -Infinity)
  }

  const joins: Joins = { ties: tiesOf(claims), first: undefined }
  const attempts: Attempt[] = []
  const byId = new Map<string | undefined, Attempt>()
  let attempt: Attempt | undefined
  const enter = (claim: Claim): void => {
    const attemptId = attemptIdOf(joins, claim)
    if (attempt === undefined || attempt.id !== attemptId) attempt = byId.get(attemptId)
    if (attempt === undefined) {
      attempt = emptyAttempt(attemptId)
      byId.set(attemptId, attempt)
      attempts.push(attempt)
    }
    add(attempt, claim, segmentOf(joins, claim), lastReceivedAt === -Infinity)
  }

  // Those that name no attempt come last, since they belong to the one that starts first.
  const nameless: Claim[] = []
  for (const claim of claims) {
    if (claim.attemptId === undefined && claim.providerMessageId === undefined) nameless.push(claim)
    else enter(claim)
  }
  if (nameless.length > 0) {
    joins.first = attempts.sort(byStart)[0]?.id
    nameless.forEach(enter)
  }

  attempts.sort(byStart)
  let start = Infinity
  for (const { start: each } of attempts) if (each > -Infinity && each < start) start = each
  return { id, joins, attempts, start: start === Infinity ? start : Math.max(start, scheduledFor), lastReceivedAt }
}

/** The same of one array, in which each of several attempts must name the message: that is how two messages betray themselves. */
export function resolveOne(claims: readonly Claim[], where: string): Message {
  const message = resolve(claims, where)
  const { attempts } = message
  if (attempts.length > 1) {
    for (const { tied, id } of attempts) if (!tied) misuse(where, 'events', 'of one message, each attempt with a messageId', id, REMEDY)
  }
  return message
}
