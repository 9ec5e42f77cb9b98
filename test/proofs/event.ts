import {
  and,
  eq,
  implies,
  lt,
  not,
  or,
  segmentNumber,
  small,
  ule,
  type Problem,
  type Term,
} from './smt.ts'
import { DELIVERED } from './tables.ts'
import { choose, type Time } from './time.ts'

export const NO_ID = small(0)
export const WHOLE = segmentNumber(0)

/** An event, each field a term. Ids are whole numbers in the order of code points; 0 is none. */
export interface Event {
  /** Not all of the events need be there: so a bound of four is "up to four". */
  readonly present: Term
  readonly status: Term
  readonly receivedAt: Time
  readonly occurredAt: Time
  readonly attemptId: Term
  readonly providerMessageId: Term
  /** 0 for the attempt as a whole. */
  readonly segment: Term
  /** The declared count of segments; 0 where there is none. */
  readonly count: Term
  readonly scheduledFor: Time
  /** It says `receiptsExpected: false`. */
  readonly noReceipts: Term
  /** By what other names it goes, where its attempt is given: they decide its kind alone. */
  readonly otherNames: Term
}

/** What kind of message a law speaks of. */
export interface Shape {
  readonly title: string
  /** The largest number of events. */
  readonly events: number
  /**
   * Whether events name no attempt, and all are of the only one; or any attempts and provider ids;
   * or each the attempt whose number stands in its place here, and no provider id.
   */
  readonly names: 'none' | 'any' | readonly number[]
}

/** Any lawful event; `place` is where it stands among all. */
export function anyEvent(problem: Problem, name: string, { names }: Shape, place: number): Event {
  const isAny = names === 'any'
  const isGiven = typeof names === 'object'
  const flag = (field: string) => problem.declare(`${name}.${field}`, 'Bool')
  const whole = (field: string) => problem.declare(`${name}.${field}`, 'Small')
  const segment = (field: string) => problem.declare(`${name}.${field}`, 'Segment')
  const time = (field: string): Time => ({
    known: flag(`has-${field}`),
    at: problem.declare(`${name}.${field}`, 'Real'),
  })
  return {
    present: flag('present'),
    status: whole('status'),
    receivedAt: time('received-at'),
    occurredAt: time('occurred-at'),
    attemptId: isGiven ? small(names[place]!) : isAny ? whole('attempt-id') : NO_ID,
    providerMessageId: isAny ? whole('provider-message-id') : NO_ID,
    segment: segment('segment'),
    count: segment('count'),
    scheduledFor: time('scheduled-for'),
    noReceipts: flag('no-receipts'),
    otherNames: isGiven ? whole('other-names') : NO_ID,
  }
}

/** What the checks of the package let pass. */
export const isLawful = ({ status, segment, count }: Event): Term =>
  and(
    ule(status, DELIVERED),
    ule(segment, segmentNumber(255)),
    ule(count, segmentNumber(255)),
    implies(eq(segment, WHOLE), eq(count, WHOLE)),
    or(eq(count, WHOLE), ule(segment, count)),
  )

/** "An `occurredAt` later than the event's own `receivedAt`": then `receivedAt` is taken for it. */
export const happenedAt = ({ occurredAt, receivedAt }: Event): Time =>
  choose(
    and(occurredAt.known, receivedAt.known, lt(receivedAt.at, occurredAt.at)),
    receivedAt,
    occurredAt,
  )

export const isNamed = ({ attemptId, providerMessageId }: Event): Term =>
  or(not(eq(attemptId, NO_ID)), not(eq(providerMessageId, NO_ID)))
