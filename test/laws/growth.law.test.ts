import type { DeliveryEvent } from 'sms-delivery-state'
import { describe, expect, test } from 'vitest'
import { counted } from './counted.ts'

const { library, workOf } = await counted()
const { apply, collect, collectByMessage, merge, otp, reduce, reduceByMessage, stateOf, timeline } =
  library

const FEW = 250
const MANY = 8 * FEW

/** Messages that grow, each in its own way; and at last their number. */
const growing: Readonly<Record<string, (index: number) => DeliveryEvent>> = {
  receipts: (i) => ({
    status: i % 2 ? 'sent' : 'queued',
    receivedAt: i,
    messageId: 'm',
    providerMessageId: 'X',
  }),
  attempts: (i) => ({
    status: 'sent',
    receivedAt: i,
    messageId: 'm',
    attemptId: `A${i}`,
    providerMessageId: `X${i}`,
  }),
  'attempts that start at one instant': (i) => ({
    status: 'failed',
    receivedAt: 0,
    messageId: 'm',
    attemptId: `A${i}`,
  }),
  'attempts, each shown in its turn': (i) => ({
    status: 'delivered',
    receivedAt: -i,
    messageId: 'm',
    attemptId: `A${i}`,
  }),
  'provider ids': (i) => ({
    status: 'sent',
    receivedAt: 0,
    messageId: 'm',
    attemptId: 'A',
    providerMessageId: `X${i}`,
  }),
  failures: (i) => ({
    status: 'failed',
    receivedAt: i,
    messageId: 'm',
    failure: { reason: 'unknown', code: `${i}` },
  }),
}

const manyMessages = (i: number): DeliveryEvent => ({
  status: 'sent',
  receivedAt: 0,
  providerMessageId: `X${i}`,
})

/** What is done with the events. What that needs is made ready before. */
const ofOne: Readonly<Record<string, (events: readonly DeliveryEvent[]) => () => unknown>> = {
  collect: (events) => () => collect(events),
  reduce: (events) => () => reduce(events, otp, 0),
  timeline: (events) => () => timeline(events, otp, 0),
  stateOf: (events) => {
    const evidence = collect(events)
    return () => stateOf(evidence, otp, 0)
  },
  merge: (events) => {
    const evidence = collect(events)
    return () => merge(evidence, evidence)
  },
  apply: (events) => {
    const evidence = collect(events)
    const next: DeliveryEvent = { ...events[0], status: 'delivered' }
    return () => apply(evidence, next, otp, 0)
  },
}
const ofMany: typeof ofOne = {
  reduceByMessage: (events) => () => reduceByMessage(events, otp, 0),
  collectByMessage: (events) => () => collectByMessage(events),
}

describe('eight times as much is at most some eleven times the work: n log n, not its square', () => {
  const expectGrowth = (make: (typeof ofOne)[string], event: (index: number) => DeliveryEvent) => {
    const workFor = (length: number) => workOf(make(Array.from({ length }, (_, i) => event(i))))
    const few = workFor(FEW)
    expect(few).toBeGreaterThan(0)
    expect(workFor(MANY) / few).toBeLessThan(11.5)
  }

  describe.each(Object.entries({ ...ofOne, ...ofMany }))('%s', (_, make) => {
    test.each(Object.entries(growing))('%s', (__, event) => expectGrowth(make, event))
  })

  test.each(Object.entries(ofMany))('%s, of more messages', (_, make) =>
    expectGrowth(make, manyMessages),
  )
})
