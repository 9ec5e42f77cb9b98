import type { Failure } from '../event/failure.ts'
import { compareText, noneFirst } from '../event/order.ts'
import { DELIVERED, EXPIRED } from '../event/precedence.ts'
import { STATUSES } from '../event/status.ts'
import { emptyAttempt } from '../message/attempt.ts'
import type { Message } from '../message/resolve-message.ts'
import type { Action, Policy } from '../policy/policy.ts'
import { actionFor, isWaiting } from './advice.ts'
import { attemptStatusAt, failureOf, type AttemptStatus } from './attempt-status.ts'
import { windowAt, type Window } from './window.ts'

/** What is shown of a message at one instant. */
export interface Shown {
  readonly window: Window
  /** In the order of the attempts. */
  readonly statuses: readonly AttemptStatus[]
  /** Of the attempt that is shown. */
  readonly shown: AttemptStatus
  /** Delivered is shown, or every attempt is settled. */
  readonly settled: boolean
  readonly failure: Failure | undefined
  readonly slow: boolean
  /** When it becomes slow if nothing else happens; `Infinity` where no time is known. */
  readonly slowAt: number
  readonly action: Action
  readonly adviceKey: string
  readonly key: string
}

export function shownAt({ attempts }: Message, policy: Policy, window: Window): Shown {
  const { start, now, closed } = window
  const statuses = attempts.map((attempt) => attemptStatusAt(attempt, policy, window))
  const shown = pickShown(statuses) ?? attemptStatusAt(emptyAttempt(), policy, window)
  const { attempt, status } = shown
  const slowAt = Math.max(start, noneFirst(attempt.start)) + policy.slowAfter
  const slow = now >= slowAt && isWaiting(status, closed)
  const failure = failureOf(shown, window)
  const action = actionFor({ statuses, shown, failure, closed, slow }, policy)
  const adviceKey = attempt.id === undefined ? action : `${action}/${attempt.id}`
  return {
    window,
    statuses,
    shown,
    settled:
      status === DELIVERED || (statuses.length > 0 && statuses.every((each) => each.settled)),
    failure,
    slow,
    slowAt,
    action,
    adviceKey,
    key: `${STATUSES[status]}/${adviceKey}`,
  }
}

/** The next instant at which time alone changes `key`, `settled` or `slow`, if any does. */
export function nextChangeAfter(
  message: Message,
  policy: Policy,
  today: Shown,
): number | undefined {
  const { window, slowAt } = today
  const { start, deadline, now } = window
  // What we have heard of stays heard, but a provider's time may be still to come.
  if (today.shown.status === DELIVERED && !message.byOccurrence) return undefined
  const changes = slowAt < deadline ? [slowAt, deadline] : [deadline, slowAt]
  return changes.find((instant) => {
    if (instant <= now || instant === Infinity) return false
    const then = shownAt(message, policy, windowAt(start, deadline, instant))
    return then.key !== today.key || then.settled !== today.settled || then.slow !== today.slow
  })
}

/** Which attempt is shown: the first by {@link compareShown}. Undefined of none. */
function pickShown(statuses: readonly AttemptStatus[]): AttemptStatus | undefined {
  let shown = statuses[0]
  for (let i = 1; i < statuses.length; i++)
    if (compareShown(statuses[i]!, shown!) < 0) shown = statuses[i]
  return shown
}

/**
 * The delivered attempt that was known so first; else, of those without a final claim, the one that
 * started last; else the one that started last.
 */
export const compareShown = (a: AttemptStatus, b: AttemptStatus): number =>
  shownRank(b) - shownRank(a) ||
  (a.status === DELIVERED
    ? noneFirst(a.since) - noneFirst(b.since) || compareText(a.attempt.id, b.attempt.id)
    : noneFirst(b.startedAt) - noneFirst(a.startedAt) || compareText(b.attempt.id, a.attempt.id))

const shownRank = ({ status }: AttemptStatus): number =>
  status === DELIVERED ? 2 : Number(status < EXPIRED)
