import type { DeliveryEvent } from '../../src/event/event.ts'
import type { Options } from './message.ts'
import { attemptsOf, claimsOf, readMessage } from './message.ts'
import { sortedTexts } from './order.ts'

/** Whether `collect`, `reduce` and `timeline` refuse events that are right each by itself. */
export function naiveIsMisuse(events: readonly DeliveryEvent[], options: Options = {}): boolean {
  return hasTwoMessages(events, options) || hasUntiedAttempt(events, options)
}

/** "Two different `messageId`s in one message are misuse."; "An event that names another is misuse" */
function hasTwoMessages(events: readonly DeliveryEvent[], { messageId }: Options): boolean {
  return sortedTexts([messageId, ...events.map((event) => event.messageId)]).length > 1
}

/**
 * "So is, in `collect`, `reduce` and `timeline`, more than one attempt (after ties) with one among them none of whose events has
 * a `messageId`"
 */
function hasUntiedAttempt(events: readonly DeliveryEvent[], options: Options): boolean {
  const { claims } = readMessage(events, options)
  const attempts = attemptsOf(claims)
  const isTied = (attempt: string | undefined) => claimsOf(claims, attempt).some((claim) => claim.event.messageId !== undefined)
  return attempts.length > 1 && !attempts.every(isTied)
}

/**
 * "Where the `receivedAt`s of one call (those in its evidence too) and its `now` … hold one of at least 1e11 and one between 1e8
 * and 1e11, the small one is in seconds, and that is misuse"; "The same for one of at least 1e14 beside one from 1e11 to 1e14"
 */
export function naiveIsMixture(events: readonly DeliveryEvent[], now?: number): boolean {
  const instants = [now, ...events.map((event) => event.receivedAt)].filter((instant) => instant !== undefined)
  const isSome = (from: number, to: number) => instants.some((instant) => instant >= from && instant < to)
  return (isSome(1e11, Infinity) && isSome(1e8, 1e11)) || (isSome(1e14, Infinity) && isSome(1e11, 1e14))
}

/** "A text that no database takes, with a NUL, with a lone surrogate, or longer than 512 code units, is misuse in an event" */
export function naiveIsUnstorable(text: string): boolean {
  return /[\0\p{Surrogate}]/u.test(text) || text.length > 512
}
