import fc from 'fast-check'
import { timeline, type DeliveryEvent, type DeliveryState } from 'sms-delivery-state'
import {
  explain,
  explanation,
  toHtml,
  toText,
  type Note,
  type NoteCode,
} from 'sms-delivery-state/explain'
import { explanation as explanationSchema } from 'sms-delivery-state/schema'
import { expect } from 'vitest'
import { naiveState } from '../naive/index.ts'
import { readMessage } from '../naive/message.ts'
import { isStronger } from '../naive/order.ts'
import { printed } from '../unit/explain/printed.ts'
import { instant, message, namedMessage, policy, shuffled } from './arbitraries.ts'
import { law, Point } from './law.ts'

/** Each failure by a code of its own, so that a reason leads back to its event. */
const coded = message.map((events) =>
  events.map((event, i): DeliveryEvent =>
    event.failure === undefined
      ? event
      : { ...event, failure: { ...event.failure, code: `e${i}` } },
  ),
)

const noteOf = <Code extends NoteCode>(notes: readonly Note[], code: Code) =>
  notes.find((note): note is Extract<Note, { code: Code }> => note.code === code)

law(
  'an explanation is plain JSON of its schema, and what is printed of it afterwards is what explain prints',
  fc.property(message, policy, instant, (events, flow, now) => {
    // JSON writes -0 as 0, and an entry has its event as it was handed in.
    const explained = explanation(JSON.parse(JSON.stringify(events)) as DeliveryEvent[], flow, now)
    const stored: unknown = JSON.parse(JSON.stringify(explained))
    expect(stored).toStrictEqual(explained)
    expect(explanationSchema.parse(stored)).toStrictEqual(explained)
    expect(toText(explanationSchema.parse(stored))).toBe(explain(events, flow, now))
    expect(toHtml(explanationSchema.parse(stored))).toBe(toHtml(explained))
  }),
)

law(
  'any order of the events gives the same explanation, and its entries are those of the timeline',
  fc.property(
    message.chain((events) => fc.tuple(fc.constant(events), shuffled(events))),
    policy,
    instant,
    ([events, others], flow, now) => {
      const explained = explanation(events, flow, now)
      expect(explanation(others, flow, now)).toStrictEqual(explained)
      expect(explained.entries.map(({ notes: _, ...entry }) => entry)).toStrictEqual(
        JSON.parse(JSON.stringify(timeline(events, flow, now))),
      )
    },
  ),
)

const reportedDelivery = new Point()
law(
  'where a delivery is reported, nothing says that no report came, nor that no copy is on the phone',
  fc.property(message, policy, instant, (events, flow, now) => {
    const { rows, shown, why, next } = printed(events, flow, now)
    const text = [...rows, shown, why, next].join('\n')
    if (events.some(({ status }) => status === 'delivered')) {
      reportedDelivery.reach()
      expect(text).not.toMatch(
        /\bno (delivery |final )?(report|receipt)\b|without a delivery report|no earlier copy/i,
      )
    }
    expect(text).not.toMatch(
      /may have arrived[^]*no earlier copy|no earlier copy[^]*may have arrived/,
    )
  }),
  1000,
  { point: reportedDelivery, share: 0.2 },
)

const reason = new Point()
law(
  'a reason stands beside a status and its instant only where a receipt of just that status and instant gave it',
  fc.property(coded, policy, instant, (events, flow, now) => {
    const { claims } = readMessage(events)
    const giverOf = (code: string | undefined) =>
      claims.find(({ event }) => event.failure?.code === code)!
    const state = naiveState(events, flow, now)
    const { reasons, attempts } = explanation(events, flow, now)
    const reported = noteOf(reasons, 'reported')?.failure
    if (reported) {
      reason.reach()
      const { attempt, event, time } = giverOf(reported.code)
      expect([attempt, event.status, time]).toEqual([state.attemptId, state.status, state.since])
    }
    for (const { attemptId, failure } of attempts) {
      if (failure === undefined) continue
      const { attempt, event, time } = giverOf(failure.code)
      const own = state.attempts.find((each) => each.attemptId === attemptId)
      expect([attempt, event.status, time]).toEqual([attemptId, own?.status, own?.since])
    }
    const from = noteOf(reasons, 'reason-from')
    if (from) {
      reason.reach()
      const { attempt, event, time } = giverOf(from.failure.code)
      expect([attempt, from.status, from.at]).toEqual([state.attemptId, event.status, time])
      expect(event.failure).toEqual(state.failure)
    }
    expect(noteOf(reasons, 'permanent') !== undefined).toBe(
      state.outcome === 'failed' && state.failure?.permanent === true,
    )
  }),
  1000,
  { point: reason, share: 0.1 },
)

const change = new Point()
law(
  'what will be shown at the deadline is what is shown then, and is said wherever it is something else than now',
  fc.property(message, policy, instant, (events, flow, now) => {
    const state = naiveState(events, flow, now)
    const note = noteOf(explanation(events, flow, now).reasons, 'shown-at-deadline')
    if (note) change.reach()
    const then =
      state.closed || state.deadline === undefined
        ? state
        : naiveState(events, flow, state.deadline)
    expect(note?.status).toBe(then.status === state.status ? undefined : then.status)
    if (note) expect(note.deadline).toBe(state.deadline)
  }),
  1000,
  { point: change, share: 0.1 },
)

const open = new Point()
law(
  'a delivery report that would still count does count, and of the attempts that it leaves out none would',
  fc.property(namedMessage, policy, instant, (events, flow, now) => {
    const { reasons, attempts } = explanation(events, flow, now)
    const note = noteOf(reasons, 'still-counts')
    if (note === undefined) return
    open.reach()
    const state = naiveState(events, flow, now)
    const named: readonly (string | undefined)[] =
      note.attemptIds ?? attempts.map(({ attemptId }) => attemptId)
    for (const { attemptId } of attempts) {
      const after = naiveState([...events, deliveredNow(state, attemptId, now)], flow, now + 1)
      const own = after.attempts.find((attempt) => attempt.attemptId === attemptId)
      expect(own?.status === 'delivered').toBe(named.includes(attemptId))
    }
  }),
  2000,
  { point: open, share: 0.05 },
)

const tooLate = new Point()
law(
  'a receipt that came too late is stronger than what its attempt is settled as',
  fc.property(message, policy, instant, (events, flow, now) => {
    const { reasons, attempts } = explanation(events, flow, now)
    const note = noteOf(reasons, 'too-late')
    if (note === undefined) return
    tooLate.reach()
    const own = attempts.find(
      ({ attemptId }) => attempts.length === 1 || attemptId === note.attemptId,
    )
    expect(own?.settled).toBe(true)
    expect(isStronger(note.status, own?.status ?? 'delivered')).toBe(true)
  }),
  2000,
  { point: tooLate, share: 0.02 },
)

/** Delivery, reported by the clock in force after all that is known. */
function deliveredNow(
  { messageId, lastReceivedAt }: DeliveryState,
  attemptId: string | undefined,
  now: number,
): DeliveryEvent {
  const time =
    lastReceivedAt === undefined
      ? { occurredAt: now + 1 }
      : { receivedAt: Math.max(now, lastReceivedAt) + 1 }
  return { status: 'delivered', messageId, attemptId, ...time }
}
