import fc from 'fast-check'
import { otp, reduce, STATUSES, type DeliveryEvent } from 'sms-delivery-state'
import { expect, test } from 'vitest'
import { readMessage } from '../naive/message.ts'
import { largest } from '../naive/order.ts'
import { instant, message, policy } from './arbitraries.ts'
import { attemptsById, strength } from './attempts.ts'
import { law, Point } from './law.ts'

interface Later {
  readonly status: DeliveryEvent['status']
  readonly delay: number
  readonly like: number
  readonly part: number
  readonly wait: number
}

const later = fc.record<Later>({
  status: fc.constantFrom(...STATUSES),
  delay: fc.integer({ min: 1, max: 30 }),
  like: fc.nat({ max: 5 }),
  part: fc.nat({ max: 3 }),
  wait: fc.nat({ max: 30 }),
})

const settled = new Point()

law(
  'a receipt that arrives later never weakens the status of its attempt, and a settled status stays',
  fc.property(
    message,
    policy,
    instant,
    fc.array(later, { minLength: 1, maxLength: 3 }),
    (events, flow, now, more) => {
      const known = receivedSoFar(events)
      const present = largest([now, ...events.map((event) => event.receivedAt)]) ?? now
      const added = more.flatMap((each) => newsFree(each, known, present))
      fc.pre(added.length > 0)

      const before = attemptsById(reduce(events, flow, now))
      const after = attemptsById(
        reduce([...events, ...added], flow, present + Math.max(...more.map(({ wait }) => wait))),
      )
      expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
      for (const [id, was] of before) {
        const is = after.get(id)
        expect(strength(is?.status ?? 'pending'), id).toBeGreaterThanOrEqual(strength(was.status))
        if (!was.settled) continue
        settled.reach()
        expect(is, id).toMatchObject({ status: was.status, settled: true })
      }
    },
  ),
  3000,
  { point: settled, share: 0.3 },
)

/** Those that name an attempt of which a receipt that names it has a `receivedAt`. */
function receivedSoFar(events: readonly DeliveryEvent[]): DeliveryEvent[] {
  const named = readMessage(events).claims.filter(
    ({ event }) => (event.attemptId ?? event.providerMessageId) !== undefined,
  )
  const received = new Set(
    named.filter(({ event }) => event.receivedAt !== undefined).map(({ attempt }) => attempt),
  )
  return named.filter(({ attempt }) => received.has(attempt)).map(({ event }) => event)
}

/**
 * A later receipt of a known attempt, without a new tie, segment count, schedule or
 * `receiptsExpected`.
 */
function newsFree(
  { status, delay, like, part }: Later,
  known: readonly DeliveryEvent[],
  present: number,
): DeliveryEvent[] {
  const model = known[like % (known.length || 1)]
  if (model === undefined) return []
  const { messageId = 'm', attemptId, provider, providerMessageId, segment } = model
  const receivedAt = present + delay
  // Once more under the ids and the segment that are tied already, or under one of its ids, of some
  // segment.
  if (part === 0)
    return [{ status, receivedAt, messageId, attemptId, provider, providerMessageId, segment }]
  const id = attemptId === undefined ? { providerMessageId } : { attemptId }
  return [
    { status, receivedAt, messageId, ...id, segment: part === 3 ? undefined : { index: part } },
  ]
}

// A counterexample: the attempt had a `receivedAt` before, but only from a receipt that names none.
test('what names no attempt leaves one for another that turns out to have started first', () => {
  const A = { messageId: 'm', attemptId: 'A' }
  const B = { messageId: 'm', attemptId: 'B' }
  const known: DeliveryEvent[] = [
    { status: 'sent', receivedAt: 0, ...A },
    { status: 'pending', ...B },
    { status: 'undelivered', receivedAt: 0, messageId: 'm' },
  ]
  expect(shown(known)).toEqual({ A: 'sent', B: 'undelivered' })
  expect(shown([...known, { status: 'accepted', receivedAt: 1, ...B }])).toEqual({
    A: 'undelivered',
    B: 'accepted',
  })
})

const shown = (events: readonly DeliveryEvent[]) =>
  Object.fromEntries(
    reduce(events, otp, 1).attempts.map(({ attemptId, status }) => [attemptId, status]),
  )
