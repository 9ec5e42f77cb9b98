import {
  apply,
  collect,
  collectByMessage,
  merge,
  otp,
  reduce,
  reduceByMessage,
  timeline,
  type DeliveryEvent,
} from 'sms-delivery-state'
import { describe, expect, test } from 'vitest'

describe.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'an id of %j is an id',
  (id) => {
    const events: DeliveryEvent[] = [
      {
        status: 'sent',
        receivedAt: 0,
        messageId: id,
        attemptId: id,
        provider: id,
        providerMessageId: id,
        eventId: id,
        ref: id,
        reference: id,
      },
      {
        status: 'delivered',
        receivedAt: 1,
        messageId: id,
        providerMessageId: id,
        confirmedBy: 'handset',
      },
    ]

    test('in one message', () => {
      const state = reduce(events, otp, 1)
      expect(state).toMatchObject({
        status: 'delivered',
        messageId: id,
        attemptId: id,
        provider: id,
        providerMessageIds: [id],
      })
      expect(state.key).toBe(`delivered/done/${id}`)
      expect(JSON.stringify(merge(...events.map((event) => collect([event]))))).toBe(
        JSON.stringify(collect(events)),
      )
      expect(timeline(events, otp, 1).map(({ attemptId }) => attemptId)).toEqual([id, id])
      expect(apply(collect(events), events[0]!, otp, 1).verdict).toBe('duplicate')
    })

    test('in many', () => {
      expect(
        [...reduceByMessage(events, otp, 1)].map(([key, { status }]) => [key, status]),
      ).toEqual([[id, 'delivered']])
      expect([
        ...collectByMessage([{ status: 'sent', provider: id, providerMessageId: id }]).keys(),
      ]).toEqual([`${id}:${id}`])
    })

    test('and Object.prototype stays as it was', () => {
      expect(Object.keys(Object.prototype)).toEqual([])
      expect(({} as { status?: string }).status).toBeUndefined()
    })
  },
)

test('an event without a prototype is an event', () => {
  const bare = Object.assign(Object.create(null), {
    status: 'sent',
    receivedAt: 0,
  }) as DeliveryEvent
  expect(reduce([bare], otp, 0).status).toBe('sent')
})

test('instants before 1970, with fractions, and beyond any date are instants', () => {
  for (const at of [-1e12, 0.5, 1e17])
    expect(reduce([{ status: 'delivered', receivedAt: at }], otp, at)).toMatchObject({
      since: at,
      startedAt: at,
    })
})

// That work does not grow with the square of these is counted in test/laws/growth.law.test.ts.
describe('a lot is no matter', () => {
  const MANY = 100_000
  const timeout = 600_000

  test('100 000 receipts of one message', { timeout }, () => {
    const many = Array.from({ length: MANY }, (_, i): DeliveryEvent => ({
      status: i % 2 ? 'sent' : 'queued',
      receivedAt: i,
      providerMessageId: 'X',
    }))
    expect(reduce(many, otp, 0)).toMatchObject({ startedAt: 0, lastReceivedAt: MANY - 1 })
    expect(timeline(many, otp, 0).length).toBeGreaterThanOrEqual(MANY)
  })

  test('100 000 provider ids in one message', { timeout }, () => {
    const many = Array.from({ length: MANY }, (_, i): DeliveryEvent => ({
      status: 'sent',
      receivedAt: 0,
      messageId: 'm',
      attemptId: 'A',
      providerMessageId: `X${i}`,
    }))
    expect(reduce(many, otp, 0).providerMessageIds).toHaveLength(MANY)
    const evidence = collect(many)
    expect(
      apply(evidence, { status: 'delivered', receivedAt: 1, providerMessageId: 'X7' }, otp, 1).state
        .status,
    ).toBe('delivered')
  })

  test('20 000 messages', { timeout }, () => {
    const many = Array.from({ length: 20_000 }, (_, i): DeliveryEvent => ({
      status: 'sent',
      receivedAt: 0,
      providerMessageId: `X${i}`,
    }))
    expect(reduceByMessage(many, otp, 0).size).toBe(20_000)
  })

  test('5 000 attempts of one message', { timeout }, () => {
    const many = Array.from({ length: 5_000 }, (_, i): DeliveryEvent => ({
      status: 'sent',
      receivedAt: i,
      messageId: 'm',
      attemptId: `A${i}`,
      providerMessageId: `X${i}`,
    }))
    expect(reduce(many, otp, 0).attempts).toHaveLength(5_000)
  })

  test('each event is read a fixed number of times', () => {
    const reads = (count: number) => {
      let read = 0
      const events = Array.from({ length: count }, (_, i) => ({
        get status() {
          read++
          return i % 2 ? ('sent' as const) : ('queued' as const)
        },
        receivedAt: i,
      }))
      reduce(events, otp, 0)
      collect(events)
      return read / count
    }
    expect(reads(4_000)).toBeCloseTo(reads(40), 0)
  })
})
