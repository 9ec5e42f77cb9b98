import { notification, type DeliveryEvent } from 'sms-delivery-state'
import { expect, test } from 'vitest'
import { at, lines, told } from './story.ts'

// Jasmin #663, #1123; android-sms-gateway #44 (an aggregate that went backwards); postmangovsg
// #1150.

const part = (index: number, status: DeliveryEvent['status'], time: string): DeliveryEvent => ({
  status,
  receivedAt: at(time),
  provider: 'smsc',
  segment: { index, count: 2 },
})

const lastPartDecides = (receipts: readonly DeliveryEvent[]) => receipts.at(-1)?.status

test('half of a text is not the text: it is delivered when all of its parts are', () => {
  const events = [
    part(1, 'sent', '09:00:00'),
    part(1, 'undelivered', '09:00:03'),
    part(2, 'delivered', '09:00:04'),
  ]
  expect(lastPartDecides(events)).toBe('delivered')

  expect(told(events, notification, at('09:01:00'))).toBe(lines`
    2026-11-21, UTC
    09:00:00.000       sent         smsc  advanced  part 1 of 2: handed on for delivery
    09:00:03.000  +3s  undelivered  smsc  advanced  part 1 of 2: a carrier reported non-delivery
    09:00:04.000  +4s  delivered    smsc  partial   part 2 of 2: delivery was reported, 1 of 2 parts so far

    Shown:  undelivered since 09:00:03 (policy notification, as of 09:01:00)
            A carrier reported that it could not be delivered.
    Why:    Reported 3 s after the start.
            A delivery report would still count.
            Delivery was reported for a part of it.
    Next:   hold: do nothing automatic; keep the evidence for support.
            Delivery was reported, late or of a part: whatever is sent now may come twice.
  `)
})

test('a part that lags behind does not take the text back', () => {
  const events = [
    part(2, 'delivered', '09:00:03'),
    part(1, 'delivered', '09:00:04'),
    part(2, 'sent', '09:00:05'),
  ]
  expect(lastPartDecides(events)).toBe('sent')

  expect(told(events, notification, at('09:01:00'))).toBe(lines`
    2026-11-21, UTC
    09:00:03.000       delivered  smsc  advanced  part 2 of 2: delivery was reported, 1 of 2 parts so far; shown:
                                                  sent
    09:00:04.000  +1s  delivered  smsc  advanced  part 1 of 2: delivery was reported, now for all 2 parts
    09:00:05.000  +2s  sent       smsc  partial   part 2 of 2: handed on for delivery; the whole stays as it was

    Shown:  delivered since 09:00:04, settled (policy notification, as of 09:01:00)
            Delivery was reported; that does not prove that a person looked at it.
    Why:    Reported 1 s after the start.
    Next:   done: nothing more to do.
  `)
})
