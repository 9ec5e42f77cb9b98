import { happenedAt, type Event } from './event.ts'
import { isBeforeNoneLast, type Rules } from './rules.ts'
import { and, eq, not, or, type Problem, type Term } from './smt.ts'

/** An event, and what of it decides which of its kind is kept but is in no status. */
export interface Kept {
  readonly event: Event
  /** By each of the other choices: the smaller goes first. */
  readonly keys: readonly Term[]
}

/**
 * Section 4: of the events of one kind, the first by each choice is kept; of several that are equal
 * by a choice, the earliest by its instants, then the smallest by its text. The text is the place
 * in the list here: as the laws speak of all events in all places, they speak of all orders.
 *
 * @returns of each event, whether it is kept
 */
export function keep(
  problem: Problem,
  name: string,
  list: readonly Kept[],
  isThere: readonly Term[],
  rules: Rules,
): Term[] {
  return list.map((each, i) => {
    const rivals = list.flatMap((other, k) => {
      const isRival = and(isThere[k]!, rules.isOneKind(each.event, other.event))
      return k === i ? [] : [{ ...other, place: k, isRival }]
    })
    const isFirst = (isBefore: (a: Kept, b: Kept) => Term) =>
      and(
        ...rivals.map(({ isRival, place, ...other }) => {
          const comesFirst = or(
            isBefore(other, each),
            and(not(isBefore(each, other)), isSooner(other, each, place < i)),
          )
          return not(and(isRival, comesFirst))
        }),
      )
    const byEvent = rules.choices.map((isBefore) => isFirst((a, b) => isBefore(a.event, b.event)))
    const byKey = each.keys.map((_, k) => isFirst((a, b) => isBeforeKey(a.keys[k]!, b.keys[k]!)))
    return problem.define(`${name}.keeps-${i}`, 'Bool', and(isThere[i]!, or(...byEvent, ...byKey)))
  })
}

const isBeforeKey = (a: Term, b: Term): Term => `(< ${a} ${b})`

/** By the instants, then by the text. */
function isSooner(a: Kept, b: Kept, isTextBefore: boolean): Term {
  const [was, is] = [happenedAt(a.event), happenedAt(b.event)]
  const isEqual = and(
    not(isBeforeNoneLast(a.event.receivedAt, b.event.receivedAt)),
    not(isBeforeNoneLast(b.event.receivedAt, a.event.receivedAt)),
  )
  const isEqualToo = and(not(isBeforeNoneLast(was, is)), not(isBeforeNoneLast(is, was)))
  return or(
    isBeforeNoneLast(a.event.receivedAt, b.event.receivedAt),
    and(isEqual, or(isBeforeNoneLast(was, is), and(isEqualToo, isTextBefore ? 'true' : 'false'))),
  )
}

/** Both keep the same. */
export const sameKept = (a: readonly Term[], b: readonly Term[]): Term =>
  and(...a.map((kept, i) => eq(kept, b[i]!)))
