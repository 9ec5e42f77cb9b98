import type { Shape } from './event.ts'
import { enough, merging } from './laws/evidence.ts'
import { neverWeaker, sameAttempts, settledStays } from './laws/later.ts'
import type { Law } from './laws/law.ts'
import { arrival, order, repetition } from './laws/order.ts'
import { claimed, onlyByTheClock, strongest, timeAlone } from './laws/time.ts'
import { questionOf } from './question.ts'
import { RULES, upTo } from './rules.ts'

/** The laws of section 5 of the model, of merge, and of what is shown. */
export const LAWS: readonly Law[] = [
  order,
  repetition,
  merging,
  enough,
  arrival,
  sameAttempts,
  neverWeaker,
  settledStays,
  timeAlone,
  strongest,
  onlyByTheClock,
  claimed,
]

/**
 * The two kinds of messages that each law is proved for, each by some questions; a law that speaks
 * of names alone says nothing of messages whose events bear none.
 */
export const proofsOf = (law: Law): readonly (readonly Shape[])[] =>
  [[oneAttempt(4)], severalAttempts(3, law)]
    .map((shapes) => shapes.filter((shape) => questionOf(law, shape, RULES) !== undefined))
    .filter((shapes) => shapes.length > 0)

export const oneAttempt = (events: number): Shape => ({
  title: 'one attempt',
  events,
  names: 'none',
})

export const anyNames = (events: number): Shape => ({
  title: 'several attempts, ties',
  events,
  names: 'any',
})

/**
 * Of several attempts, a law is proved in two steps. First, whose each event is: for any names and
 * ties. Then all else: for each way in which that many events can be of attempts.
 */
const severalAttempts = (events: number, { hasLater = false }: Law): Shape[] => [
  anyNames(events),
  ...rankings(hasLater ? events + 1 : events).map((names) => ({ ...anyNames(events), names })),
]

/**
 * The ways in which some events can be of attempts, by the order of the attempts' ids: of two events
 * 1 1, 1 2 and 2 1. Each number up to the largest is there.
 */
export function rankings(events: number): number[][] {
  const all = upTo(events).reduce<number[][]>(
    (lists) => lists.flatMap((list) => upTo(events).map((id) => [...list, id])),
    [[]],
  )
  return all.filter((list) => new Set(list).size === Math.max(...list))
}
