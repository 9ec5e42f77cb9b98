import { notification, type DeliveryEvent, type Status } from 'sms-delivery-state'
import { expect, test } from 'vitest'
import { at, lines, told } from './story.ts'

// notifications-api: a timeout without a status test turned delivered messages into failures.

const threeDaysLater = at('09:00:00') + 73 * 3_600_000
const sent: DeliveryEvent = { status: 'sent', receivedAt: at('09:00:00'), provider: 'firetext' }
const delivered: DeliveryEvent = {
  status: 'delivered',
  receivedAt: at('09:00:05'),
  provider: 'firetext',
}

const nightlyTimeout = (events: readonly DeliveryEvent[], now: number): Status | undefined =>
  now - (events[0]?.receivedAt ?? now) > 72 * 3_600_000 ? 'failed' : events.at(-1)?.status

test('what was delivered stays delivered, however old it is', () => {
  expect(nightlyTimeout([sent, delivered], threeDaysLater)).toBe('failed')

  expect(told([sent, delivered], notification, threeDaysLater)).toBe(lines`
    2026-11-21, UTC
    09:00:00.000       sent       firetext  advanced  handed on for delivery
    09:00:05.000  +5s  delivered  firetext  advanced  delivery was reported

    Shown:  delivered since 09:00:05, settled (policy notification, as of 2026-11-24 10:00:00)
            Delivery was reported; that does not prove that a person looked at it.
    Why:    Reported 5 s after the start.
    Next:   done: nothing more to do.
  `)
})

test('silence is not turned into a failure', () => {
  expect(nightlyTimeout([sent], threeDaysLater)).toBe('failed')

  expect(told([sent], notification, threeDaysLater)).toBe(lines`
    2026-11-21, UTC
    09:00:00.000       sent     firetext  advanced  handed on for delivery
    2026-11-24
    09:00:00.000  +3d  unknown  clock     advanced  no final status by the deadline

    Shown:  unknown since 09:00:00 (policy notification, as of 10:00:00)
            It is not certain what became of it; it may have arrived.
    Why:    No final status by the deadline, 3 d after the start.
            A delivery report would still count.
    Next:   hold: do nothing automatic; keep the evidence for support.
  `)
})
