import type { DeliveryEvent } from '../../src/event/event.ts'
import type { Options } from './message.ts'
import { attemptsOf, claimsOf, readMessage } from './message.ts'
import { sortedTexts } from './order.ts'

/** Whether `collect`, `reduce` and `timeline` refuse events that are right each by itself. */
export function naiveIsMisuse(events: readonly DeliveryEvent[], options: Options = {}): boolean {
  return hasTwoMessages(events, options) || hasUntiedAttempt(events, options)
}

/**
 * "Two different message ids in one message are misuse."; "and an event that names another is
 * misuse"
 */
function hasTwoMessages(events: readonly DeliveryEvent[], { messageId }: Options): boolean {
  return sortedTexts([messageId, ...events.map((event) => event.messageId)]).length > 1
}

/**
 * "In `collect`, `reduce` and `timeline`, so is an attempt without any event that names a message,
 * if it is one of several"
 */
function hasUntiedAttempt(events: readonly DeliveryEvent[], options: Options): boolean {
  const { claims } = readMessage(events, options)
  const attempts = attemptsOf(claims)
  const isTied = (attempt: string | undefined) =>
    claimsOf(claims, attempt).some((claim) => claim.event.messageId !== undefined)
  return attempts.length > 1 && !attempts.every(isTied)
}

/**
 * "The `receivedAt`s of one call, those in its evidence too, and its `now` come from one clock. If
 * one of them is at least 1e11 and another one is from 1e8 to below 1e11, the small one is in
 * seconds, and that is misuse. If one is at least 1e14 and another one is from 1e11 to below 1e14,
 * the large one is in microseconds, and that is misuse too."
 */
export function naiveIsMixture(events: readonly DeliveryEvent[], now?: number): boolean {
  const instants = [now, ...events.map((event) => event.receivedAt)].filter(
    (instant) => instant !== undefined,
  )
  const isSome = (from: number, to: number) =>
    instants.some((instant) => instant >= from && instant < to)
  return (
    (isSome(1e11, Infinity) && isSome(1e8, 1e11)) || (isSome(1e14, Infinity) && isSome(1e11, 1e14))
  )
}

/**
 * "A text that no database takes is misuse in an event: one with a NUL, one with a lone surrogate,
 * or one that is longer than 512 code units."
 */
export function naiveIsUnstorable(text: string): boolean {
  return /[\0\p{Surrogate}]/u.test(text) || text.length > 512
}
