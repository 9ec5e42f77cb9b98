import { reduceIn } from '../delivery/reduce.ts'
import type { DeliveryState } from '../delivery/delivery-state.ts'
import { checkOneOf } from '../event/check.ts'
import { STATUSES, type Status } from '../event/status.ts'
import { explain } from '../explain/explain.ts'
import { ACTIONS, type Action, type Policy } from '../policy/policy.ts'
import { eventsIn, type Received } from './events-in.ts'

/** What vitest and Jest want to hear from a matcher. */
export interface MatcherResult {
  readonly pass: boolean
  readonly message: () => string
  readonly actual: unknown
  readonly expected: unknown
}

/**
 * For `expect.extend(matchers)` of vitest or Jest: what receipts or events come to under a policy
 * at an instant. Where an expectation fails, the message is the story of the message as `explain`
 * tells it.
 *
 * In TypeScript, declare them once. For vitest from 3.2: `declare module 'vitest' { interface
 * Matchers<T> extends DeliveryMatchers<T> {} }`; for Jest: `declare global { namespace jest {
 * interface Matchers<R> extends DeliveryMatchers<R> {} } }`.
 *
 * @example
 * ```ts
 * // expect.extend(matchers)
 * // expect(events).toReduceTo('delivered', otp, now)
 * const story = scenario({ provider: twilio, flow: otp }).sent().delivered('+4s')
 * console.log(matchers.toReduceTo(story.events(), 'delivered', otp, story.now).pass) // → true
 * console.log(matchers.toAdvise(story.receipts(), 'resend', otp, story.now).pass) // → false
 * ```
 */
export const matchers = /* @__PURE__ */ Object.freeze({
  /** The status that is shown. */
  toReduceTo(received: Received, status: Status, policy: Policy, now: number): MatcherResult {
    checkOneOf(STATUSES, status, 'toReduceTo: ', 'status', 'Expect one of them.')
    return judge('toReduceTo', received, policy, now, status, (state) => state.status)
  },
  /** The status that is shown, and no later receipt changes it. */
  toSettleAs(received: Received, status: Status, policy: Policy, now: number): MatcherResult {
    checkOneOf(STATUSES, status, 'toSettleAs: ', 'status', 'Expect one of them.')
    const settled = `${status}, settled`
    return judge(
      'toSettleAs',
      received,
      policy,
      now,
      settled,
      (state) => `${state.status}, ${state.settled ? 'settled' : 'not settled'}`,
    )
  },
  /** What the product should do next. */
  toAdvise(received: Received, action: Action, policy: Policy, now: number): MatcherResult {
    checkOneOf(ACTIONS, action, 'toAdvise: ', 'action', 'Expect one of them.')
    return judge('toAdvise', received, policy, now, action, (state) => state.advice.action)
  },
})

/** The matchers as methods of `expect(…)`, for the declaration that vitest or Jest needs. */
export interface DeliveryMatchers<Result = unknown> {
  toReduceTo(status: Status, policy: Policy, now: number): Result
  toSettleAs(status: Status, policy: Policy, now: number): Result
  toAdvise(action: Action, policy: Policy, now: number): Result
}

function judge(
  name: string,
  received: Received,
  policy: Policy,
  now: number,
  expected: string,
  shown: (state: DeliveryState) => string,
): MatcherResult {
  const where = `${name}: `
  const events = eventsIn(received, where)
  const actual = shown(reduceIn(where, events, policy, now))
  const pass = actual === expected
  const message = () =>
    `${name}: expected ${pass ? 'anything but ' : ''}${expected}, got ${actual}\n\n${explain(events, policy, now)}`
  return { pass, message, actual, expected }
}
