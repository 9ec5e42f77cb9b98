import { otp, type DeliveryEvent } from 'sms-delivery-state'
import { expect, test } from 'vitest'
import { at, lines, told } from './story.ts'

// notifications-api #2916: the receipt was there before the service had written down its own
// "sending".

const ours = { messageId: 'm1', attemptId: 'a1' }
const submitted: DeliveryEvent = {
  ...ours,
  status: 'pending',
  receivedAt: at('09:00:00'),
  source: 'service',
}
const receipt: DeliveryEvent = {
  status: 'delivered',
  receivedAt: at('09:00:01.200'),
  provider: 'mmg',
  providerMessageId: 'x7',
}
const response: DeliveryEvent = {
  ...ours,
  status: 'accepted',
  receivedAt: at('09:00:01.450'),
  source: 'response',
  provider: 'mmg',
  providerMessageId: 'x7',
}

const writesWhatItKnows = (writes: readonly DeliveryEvent[]) => writes.at(-1)?.status

test('our own "accepted", written after the receipt came, does not undo "delivered"', () => {
  expect(writesWhatItKnows([submitted, response, receipt])).toBe('delivered')
  expect(writesWhatItKnows([submitted, receipt, response])).toBe('accepted')

  expect(told([submitted, receipt, response], otp, at('09:01:00'))).toBe(lines`
    2026-11-21, UTC
    09:00:00.000         pending    us   advanced  submitted; nobody has answered yet
    09:00:01.200  +1.2s  delivered  mmg  advanced  delivery was reported
    09:00:01.450  +1.4s  accepted   mmg  stale     fills in when it was accepted

    Shown:  delivered since 09:00:01.200, settled (policy otp, as of 09:01:00)
            Delivery was reported; that does not prove that a person looked at it.
    Why:    Reported 1.2 s after the start.
    Next:   done: nothing more to do.
  `)
})
