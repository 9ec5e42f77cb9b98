import { otp, type DeliveryEvent } from 'sms-delivery-state'
import { expect, test } from 'vitest'
import { at, lines, told } from './story.ts'

// rdv-insertion #2182 (Brevo's times out of order); twilio-csharp #633 (no event time at all);
// RawDlrDoneDate has no zone.

const events: DeliveryEvent[] = [
  { status: 'sent', receivedAt: at('09:00:02'), occurredAt: at('10:00:01'), provider: 'brevo' },
  {
    status: 'delivered',
    receivedAt: at('09:00:05'),
    occurredAt: at('09:00:04'),
    provider: 'brevo',
  },
]

const latestHappeningWins = (receipts: readonly DeliveryEvent[]) =>
  [...receipts].sort((a, b) => (a.occurredAt ?? 0) - (b.occurredAt ?? 0)).at(-1)?.status

test('a provider’s clock that is an hour ahead does not undo "delivered"', () => {
  expect(latestHappeningWins(events)).toBe('sent')

  expect(told(events, otp, at('09:01:00'))).toBe(lines`
    2026-11-21, UTC
    09:00:02.000       sent       brevo  advanced  handed on for delivery; the provider’s clock is ahead by 59 min
                                                   59 s
    09:00:05.000  +3s  delivered  brevo  advanced  delivery was reported

    Shown:  delivered since 09:00:05, settled (policy otp, as of 09:01:00)
            Delivery was reported; that does not prove that a person looked at it.
    Why:    Reported 3 s after the start.
    Next:   done: nothing more to do.
  `)
})

test('a carrier’s clock that is behind does not either', () => {
  const behind = events.map((event) => ({
    ...event,
    occurredAt: at(event.status === 'sent' ? '09:00:01' : '08:59:58'),
  }))
  expect(latestHappeningWins(behind)).toBe('sent')

  expect(told(behind, otp, at('09:01:00'))).toBe(lines`
    2026-11-21, UTC
    09:00:02.000       sent       brevo  advanced  handed on for delivery
    09:00:05.000  +3s  delivered  brevo  advanced  delivery was reported; it happened before what is above, at
                                                   08:59:58

    Shown:  delivered since 09:00:05, settled (policy otp, as of 09:01:00)
            Delivery was reported; that does not prove that a person looked at it.
    Why:    Reported 3 s after the start.
    Next:   done: nothing more to do.
  `)
})
