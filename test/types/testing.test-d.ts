import fc from 'fast-check'
import { otp, type DeliveryEvent, type Policy } from 'sms-delivery-state'
import { twilio } from 'sms-delivery-state/providers'
import {
  arbitraries,
  matchers,
  scenario,
  simulate,
  type DeliveryMatchers,
  type NetworkStep,
  type Receipt,
} from 'sms-delivery-state/testing'
import { expect, expectTypeOf } from 'vitest'

// fast-check takes the arbitraries as its own, though nothing here imports its types.
const { event, message, policy, receipt, receipts, arrivals } = arbitraries(fc)
fc.property(
  event,
  message,
  policy,
  receipt(twilio),
  receipts(twilio),
  (one, events, flow, raw, raws) => {
    expectTypeOf(one).toEqualTypeOf<DeliveryEvent>()
    expectTypeOf(events).toEqualTypeOf<DeliveryEvent[]>()
    expectTypeOf(flow).toEqualTypeOf<Policy>()
    expectTypeOf(raw).toEqualTypeOf<Receipt>()
    expectTypeOf(raws).toEqualTypeOf<Receipt[]>()
  },
)
const arrived = message.chain((events) => fc.tuple(fc.constant(events), arrivals(events)))
expectTypeOf(arrived).toEqualTypeOf<fc.Arbitrary<[DeliveryEvent[], DeliveryEvent[]]>>()
fc.property(
  event.map(({ status }) => status).filter((status) => status !== 'pending'),
  fc.array(event),
  (status, events) => {
    expectTypeOf(status).toEqualTypeOf<Exclude<DeliveryEvent['status'], 'pending'>>()
    expectTypeOf(events).toEqualTypeOf<DeliveryEvent[]>()
  },
)
// @ts-expect-error: fast-check is handed in
arbitraries({})

// What a user declares once.
declare module 'vitest' {
  interface Matchers<T> extends DeliveryMatchers<T> {
    /** So that the interface is not empty. */
    readonly ours?: T
  }
}
expect.extend(matchers)
expect([]).toReduceTo('delivered', otp, 0)
expect([]).not.toAdvise('resend', otp, 0)
// @ts-expect-error: a status that nobody knows
expect([]).toSettleAs('teleported', otp, 0)

const story = scenario({ provider: twilio, flow: otp })
story
  .sent('+200ms')
  .delivered('1.5m')
  .failed(3_000, { failure: { reason: 'unreachable' } })
  .late('72h')
// @ts-expect-error: no unit
story.sent('+200')
// @ts-expect-error: the story sets its instants
story.sent('+1s', { receivedAt: 5 })

expectTypeOf(simulate({ seed: 1, messages: 1, providers: [twilio] })).toEqualTypeOf<
  IterableIterator<NetworkStep>
>()
