import { describe, expect, it } from 'vitest'
import { notification, otp, reduce, type DeliveryEvent } from 'sms-delivery-state'
import { providers } from 'sms-delivery-state/providers'
import { simulate, type Truth } from 'sms-delivery-state/testing'

/**
 * A bad day, and messages of one attempt each: which of two is shown may depend on which was known
 * first.
 */
const truths = [
  ...simulate({
    seed: 11,
    messages: 1_000,
    providers: Object.values(providers),
    chances: { held: 0.3, contradicted: 0.1, resent: 0 },
  }),
].flatMap((step) => (step.type === 'over' ? [step.truth] : []))

describe.each([otp, notification])('for $name', (flow) => {
  it('however the receipts of a message overtook each other on their way, those that came in time come to the same', () => {
    let overtaken = 0
    for (const { events } of truths) {
      const [first, ...rest] = events
      const { deadline = NaN } = reduce(events, flow, 0)
      const inTime = rest.filter(({ receivedAt = NaN }) => receivedAt < deadline)
      const arrivals = inTime.map((event) => event.receivedAt)
      // The last comes first.
      const others = inTime.map((event, i): DeliveryEvent => ({
        ...event,
        receivedAt: arrivals[arrivals.length - 1 - i],
      }))
      if (!first || inTime.length < 2) continue
      overtaken++
      for (const now of [deadline - 1, deadline]) {
        const [one, other] = [
          reduce([first, ...inTime], flow, now),
          reduce([first, ...others], flow, now),
        ]
        expect([other.status, other.settled, other.strongest]).toEqual([
          one.status,
          one.settled,
          one.strongest,
        ])
      }
    }
    expect(overtaken).toBeGreaterThan(500)
  })

  it('no network makes us claim a delivery that nobody reported, or a failure that nobody reported', () => {
    const reported = ({ events }: Truth, ...statuses: DeliveryEvent['status'][]) =>
      events.some(({ status }) => statuses.includes(status))
    for (const truth of truths) {
      const { outcome } = reduce(truth.events, flow, truth.events.at(-1)?.receivedAt ?? 0)
      if (outcome === 'delivered') expect(reported(truth, 'delivered')).toBe(true)
      if (outcome === 'failed') expect(reported(truth, 'failed', 'undelivered')).toBe(true)
    }
  })
})
