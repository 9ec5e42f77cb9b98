import fc from 'fast-check'
import type { DeliveryEvent, DeliveryState, Status } from 'sms-delivery-state'
import { expect } from 'vitest'
import { naiveState } from '../naive/index.ts'
import { readMessage } from '../naive/message.ts'
import { isStronger } from '../naive/order.ts'
import { printed } from '../unit/explain/printed.ts'
import { instant, message, namedMessage, policy } from './arbitraries.ts'
import { law } from './law.ts'

/** Each failure by a code of its own, so that a reason in the text leads back to its event. */
const coded = message.map((events) =>
  events.map((event, i): DeliveryEvent =>
    event.failure === undefined ? event : { ...event, failure: { ...event.failure, code: `e${i}` } },
  ),
)

law(
  'where a delivery is reported, nothing says that no report came, nor that no copy is on the phone',
  fc.property(message, policy, instant, (events, flow, now) => {
    const { rows, shown, why, next } = printed(events, flow, now)
    const text = [...rows, shown, why, next].join('\n')
    if (events.some(({ status }) => status === 'delivered')) {
      expect(text).not.toMatch(/\bno (delivery |final )?(report|receipt)\b|without a delivery report|no earlier copy/i)
    }
    expect(text).not.toMatch(/may have arrived[^]*no earlier copy|no earlier copy[^]*may have arrived/)
  }),
)

law(
  'a reason stands beside a status and its instant only where a receipt of just that status and instant gave it',
  fc.property(coded, policy, instant, (events, flow, now) => {
    const { claims } = readMessage(events)
    const giver = (code: string) => claims.find(({ event }) => event.failure?.code === code)!
    const omitUndefined = (text: string) => [...text.matchAll(/\((e\d)\)/g)].map(([, code = '']) => giver(code))
    const state = naiveState(events, flow, now)
    const { why, attempts } = printed(events, flow, now)
    const [reported = '', rest = ''] = why.split(/\. (?=The reason came)/)
    for (const { attempt, event, time } of omitUndefined(reported)) {
      expect([attempt, event.status, time]).toEqual([state.attemptId, state.status, state.since])
    }
    for (const { attempt, event, time } of omitUndefined(attempts)) {
      const own = state.attempts.find(({ attemptId }) => attemptId === attempt)
      expect([event.status, time]).toEqual([own?.status, own?.since])
    }
    for (const { attempt, event, time } of omitUndefined(rest)) {
      expect(attempt).toBe(state.attemptId)
      expect(rest).toContain(`The reason came with the ${event.status} receipt`)
      if (time === undefined) expect(rest).not.toMatch(/^The reason came with[^:]* at /)
      else expect(rest).toContain(`${clockTime(time)}: `)
      expect(event.failure).toEqual(state.failure)
    }
    expect(why.includes('trying again is useless')).toBe(state.outcome === 'failed' && state.failure?.permanent === true)
  }),
)

law(
  'what will be shown at the deadline is what is shown then, and is said wherever it is something else than now',
  fc.property(message, policy, instant, (events, flow, now) => {
    const state = naiveState(events, flow, now)
    const said = /it is then shown as (\w+)/.exec(printed(events, flow, now).why)?.[1]
    const then = state.closed || state.deadline === undefined ? state : naiveState(events, flow, state.deadline)
    expect(said).toBe(then.status === state.status ? undefined : then.status)
  }),
)

law(
  'a delivery report that would still count does count, and of the attempts that it leaves out none would',
  fc.property(namedMessage, policy, instant, (events, flow, now) => {
    const said = /A delivery report( for attempt (\S+( or \S+)*))? would still count/.exec(printed(events, flow, now).why)
    if (said === null) return
    const state = naiveState(events, flow, now)
    const named = said[2]?.split(' or ') ?? state.attempts.map(({ attemptId }) => attemptId)
    for (const { attemptId } of state.attempts) {
      const after = naiveState([...events, reported(state, attemptId, now)], flow, now + 1)
      const own = after.attempts.find((attempt) => attempt.attemptId === attemptId)
      expect(own?.status === 'delivered').toBe(named.includes(attemptId))
    }
  }),
)

law(
  'a receipt that came too late is stronger than what its attempt is settled as',
  fc.property(message, policy, instant, (events, flow, now) => {
    const { why } = printed(events, flow, now)
    const [, status, attempt] = /The (\w+) receipt(?: of attempt (\S+))?(?: for part \d)? came/.exec(why) ?? []
    if (status === undefined) return
    const { attempts } = naiveState(events, flow, now)
    const own = attempts.find(({ attemptId }) => attempts.length === 1 || attemptId === attempt)
    expect(own?.settled).toBe(true)
    expect(isStronger(status as Status, own?.status ?? 'delivered')).toBe(true)
  }),
)

/** Delivery, reported by the clock in force after all that is known. */
function reported({ messageId, lastReceivedAt }: DeliveryState, attemptId: string | undefined, now: number): DeliveryEvent {
  const time = lastReceivedAt === undefined ? { occurredAt: now + 1 } : { receivedAt: Math.max(now, lastReceivedAt) + 1 }
  return { status: 'delivered', messageId, attemptId, ...time }
}

const clockTime = (time: number): string => new Date(time).toISOString().slice(11, 23).replace('.000', '')
