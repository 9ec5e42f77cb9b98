import { compareText, noneFirst } from '../event/order.ts'
import { DELIVERED, EXPIRED } from '../event/precedence.ts'
import { STATUSES } from '../event/status.ts'
import type { Action, Policy } from '../policy/policy.ts'
import { adviceFor, isWaiting } from './advice.ts'
import { byStart, emptyAttempt } from '../message/attempt.ts'
import type { Message } from '../message/message.ts'
import { standingOf, type Standing } from './attempt-status.ts'

/** What is shown of a message at one instant. */
interface View {
  /** In the order of the attempts. */
  readonly standings: readonly Standing[]
  readonly shown: Standing
  readonly deadline: number
  readonly closed: boolean
  readonly slow: boolean
  /** When it becomes slow if nothing else happens; `Infinity` where no time is known. */
  readonly slowAt: number
  readonly action: Action
  readonly key: string
}

export function viewAt({ attempts, start }: Message, policy: Policy, instant: number): View {
  const deadline = start + policy.window
  const closed = instant >= deadline
  const standings = attempts.map((attempt) => standingOf(attempt, policy, deadline, closed))
  const shown = shownOf(standings) ?? standingOf(emptyAttempt(), policy, deadline, false)
  const { attempt, status } = shown
  const slowAt = Math.max(start, noneFirst(attempt.start)) + policy.slowAfter
  const slow = instant >= slowAt && isWaiting(status, closed)
  const action = adviceFor(shown, standings, policy, closed, slow)
  const key = attempt.id === undefined ? `${STATUSES[status]}/${action}` : `${STATUSES[status]}/${action}/${attempt.id}`
  return { standings, shown, deadline, closed, slow, slowAt, action, key }
}

/** The next instant at which time alone changes what is shown, if any does. */
export function reviewOf(message: Message, policy: Policy, now: number, view: View): number | undefined {
  // What we have heard of stays heard, whatever time it is; a provider's time may be still to come.
  if (view.shown.status === DELIVERED && message.lastReceivedAt > -Infinity) return
  return [view.slowAt, view.deadline]
    .sort((a, b) => a - b)
    .find((then) => {
      if (then <= now || then === Infinity) return
      const { key, shown, slow } = viewAt(message, policy, then)
      return key !== view.key || shown.settled !== view.shown.settled || slow !== view.slow
    })
}

/**
 * Which attempt is shown: the delivered one that was known first; else of those without a final claim the one that started last;
 * else the one that started last.
 */
export function shownOf(standings: Iterable<Standing>): Standing | undefined {
  let shown: Standing | undefined
  for (const each of standings) if (!shown || compareShown(each, shown) < 0) shown = each
  return shown
}

const compareShown = (a: Standing, b: Standing): number =>
  classOf(b) - classOf(a) ||
  (a.status === DELIVERED
    ? noneFirst(a.since) - noneFirst(b.since) || compareText(a.attempt.id, b.attempt.id)
    : byStart(b.attempt, a.attempt))

/** Delivered, without a final claim, the rest. */
const classOf = ({ status }: Standing): number => (status === DELIVERED ? 2 : Number(status < EXPIRED))
