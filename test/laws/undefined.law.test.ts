import fc from 'fast-check'
import { apply, collect, reduce, timeline, type DeliveryEvent } from 'sms-delivery-state'
import { expect } from 'vitest'
import { instant, message, policy } from './arbitraries.ts'
import { law } from './law.ts'

const NOTHING: Record<Exclude<keyof DeliveryEvent, 'status'>, undefined> = {
  receivedAt: undefined,
  occurredAt: undefined,
  messageId: undefined,
  attemptId: undefined,
  provider: undefined,
  providerMessageId: undefined,
  segment: undefined,
  eventId: undefined,
  source: undefined,
  confirmedBy: undefined,
  failure: undefined,
  scheduledFor: undefined,
  receiptsExpected: undefined,
  reference: undefined,
  ref: undefined,
  read: undefined,
}

law(
  'a field that is given as undefined reads as left out',
  fc.property(message, policy, instant, (events, flow, now) => {
    const spelledOut = events.map(withNothing)
    expect(collect(spelledOut)).toStrictEqual(collect(events))
    expect(reduce(spelledOut, flow, now)).toStrictEqual(reduce(events, flow, now))
    expect(
      JSON.stringify(
        timeline(spelledOut, flow, now).map((entry) => ({ ...entry, event: undefined })),
      ),
    ).toBe(
      JSON.stringify(timeline(events, flow, now).map((entry) => ({ ...entry, event: undefined }))),
    )
    for (const event of events) {
      expect(apply(collect(events), withNothing(event), flow, now)).toStrictEqual(
        apply(collect(events), event, flow, now),
      )
    }
  }),
  300,
)

function withNothing(event: DeliveryEvent): DeliveryEvent {
  const { segment, failure } = event
  return {
    ...NOTHING,
    ...event,
    ...(segment && { segment: { count: undefined, ...segment } }),
    ...(failure && { failure: { code: undefined, permanent: undefined, ...failure } }),
  }
}
