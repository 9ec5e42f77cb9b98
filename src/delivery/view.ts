import { byStart } from '../evidence/joins.ts'
import { compareNumber, compareText } from '../event/order.ts'
import { DELIVERED, EXPIRED } from '../event/precedence.ts'
import { STATUSES } from '../event/status.ts'
import type { Action, Policy } from '../policy/policy.ts'
import { adviceFor, isWaiting } from './advice.ts'
import { NO_ATTEMPT, type Case } from './case.ts'
import { standingOf, type Rules, type Standing } from './standing.ts'

/** What is shown of a message at one instant. */
export interface View {
  /** In the order of the attempts. */
  readonly standings: readonly Standing[]
  readonly shown: Standing
  readonly closed: boolean
  readonly slow: boolean
  /** When it becomes slow if nothing else happens; `Infinity` where no time is known. */
  readonly slowAt: number
  readonly action: Action
  readonly key: string
}

export function viewAt(message: Case, policy: Policy, rules: Rules, instant: number): View {
  const { attempts, start, deliveryClaimed } = message
  const closed = instant >= rules.deadline
  const standings = attempts.map((attempt) => standingOf(attempt, rules, closed))
  const shown = shownOf(standings) ?? standingOf(NO_ATTEMPT, rules, false)
  const { attempt, status } = shown
  const slowAt = Math.max(start, attempt.start) + policy.slowAfter
  const slow = isWaiting(status, closed) && instant >= slowAt
  const failure = status === DELIVERED ? undefined : attempt.failure
  const action = adviceFor({ status, closed, slow, blind: attempt.blind, failure, attempts: attempts.length, deliveryClaimed }, policy)
  const key = `${STATUSES[status]}/${action}${attempt.id === undefined ? '' : `/${attempt.id}`}`
  return { standings, shown, closed, slow, slowAt, action, key }
}

/**
 * Which attempt is shown: the delivered one that was known first; else of those without a final claim the one that started last;
 * else the one that started last.
 */
export function shownOf<Each extends Standing>(standings: Iterable<Each>): Each | undefined {
  let shown: Each | undefined
  for (const each of standings) if (shown === undefined || isPreferred(each, shown)) shown = each
  return shown
}

function isPreferred(a: Standing, b: Standing): boolean {
  if (a.status === DELIVERED && b.status === DELIVERED) {
    return (compareNumber(knownSince(a), knownSince(b)) || compareText(a.attempt.id ?? '', b.attempt.id ?? '')) < 0
  }
  if (a.status === DELIVERED || b.status === DELIVERED) return a.status === DELIVERED
  return a.status < EXPIRED === b.status < EXPIRED ? byStart(a.attempt, b.attempt) > 0 : a.status < EXPIRED
}

const knownSince = ({ since }: Standing): number => (since === Infinity ? -Infinity : since)
