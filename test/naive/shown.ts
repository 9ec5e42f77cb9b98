import type { Status } from '../../src/event/status.ts'
import type { Judged } from './attempt.ts'
import { judge } from './attempt.ts'
import type { Claim, Message, Window } from './message.ts'
import { attemptsOf, claimsOf, startedAtOf } from './message.ts'
import { compareNoneFirst, compareText } from './order.ts'
import type { Policy } from '../../src/policy/policy.ts'

export interface Attempt {
  readonly id: string | undefined
  readonly claims: readonly Claim[]
  readonly startedAt: number | undefined
  readonly judged: Judged
}

/**
 * The attempts of these claims, in the order in which they started; `windowOfAttempt` where not all
 * of them are closed yet.
 */
export function attemptsAt(
  claims: readonly Claim[],
  message: Message,
  policy: Policy,
  windowOfAttempt: (id: string | undefined) => Window,
): Attempt[] {
  return attemptsOf(claims).map((id) => {
    const own = claimsOf(claims, id)
    return {
      id,
      claims: own,
      startedAt: startedAtOf(own),
      judged: judge(own, message.counts.get(id), policy, windowOfAttempt(id)),
    }
  })
}

/**
 * "The attempt that is delivered is shown; of several the one that was known first (none goes
 * before all, ties by id). Else, of the attempts whose status is not a final claim, the one that
 * started last is shown. Else the one that started last is shown; of a tie, the one with the larger
 * id."
 */
export function shownOf(attempts: readonly Attempt[]): Attempt | undefined {
  const byId = [...attempts].sort((one, other) => compareText(one.id, other.id))
  const delivered = byId
    .filter(({ judged }) => judged.status === 'delivered')
    .sort((one, other) => compareNoneFirst(one.judged.since, other.judged.since))
  const open = attempts.filter(({ judged }) => !isFinal(judged.status))
  return delivered[0] ?? open.at(-1) ?? attempts.at(-1)
}

/** "A final claim is `expired`, `failed`, `undelivered` or `delivered`." */
function isFinal(status: Status): boolean {
  return (
    status === 'expired' ||
    status === 'failed' ||
    status === 'undelivered' ||
    status === 'delivered'
  )
}
