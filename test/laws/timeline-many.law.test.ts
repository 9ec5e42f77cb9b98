import fc from 'fast-check'
import { notification, reduce, STATUSES, timeline, type DeliveryEvent } from 'sms-delivery-state'
import { expect } from 'vitest'
import { law } from './law.ts'

/** One after another, of a dozen attempts: more than the small worlds have. */
const events = fc
  .array(fc.tuple(fc.constantFrom(...'ABCDEFGHIJKL'), fc.constantFrom(...STATUSES)), {
    minLength: 10,
    maxLength: 60,
  })
  .map((steps) =>
    steps.map(([attemptId, status], receivedAt): DeliveryEvent => ({
      status,
      messageId: 'm',
      attemptId,
      receivedAt,
    })),
  )

law(
  'of many attempts the timeline shows after each event what the reducer says of those so far',
  fc.property(events, (all) => {
    const shown = timeline(all, notification, all.length).map(({ status }) => status)
    expect(shown).toEqual(
      all.map((_, i) => reduce(all.slice(0, i + 1), notification, all.length).status),
    )
  }),
  300,
)
