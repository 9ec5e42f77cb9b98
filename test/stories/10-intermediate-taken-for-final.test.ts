import { alert, type DeliveryEvent } from 'sms-delivery-state'
import { expect, test } from 'vitest'
import { at, lines, told } from './story.ts'

// Infobip "delivered to operator"; RestComm #305 (a gateway's DELIVERED before the operator's
// UNDELIVERED); AWS TEXT_SUCCESSFUL with isFinal false.

const receipts = [
  { word: 'DELIVERED_TO_OPERATOR', status: 'sent', receivedAt: at('09:00:01') },
  { word: 'UNDELIVERABLE_NOT_DELIVERED', status: 'undelivered', receivedAt: at('09:00:31') },
] as const

/** Any word with "delivered" in front is taken for a delivery, and a final one wins. */
const readsTheFirstWord = (words: readonly string[]) =>
  words.some((word) => word.startsWith('DELIVERED')) ? 'delivered' : 'undelivered'

test('handed to the operator is "sent", and what the operator says later decides', () => {
  expect(readsTheFirstWord(receipts.map(({ word }) => word))).toBe('delivered')

  const events = receipts.map(({ status, receivedAt }): DeliveryEvent => ({
    status,
    receivedAt,
    provider: 'infobip',
  }))
  expect(told(events, alert, at('09:01:00'))).toBe(lines`
    2026-11-21, UTC
    09:00:01.000        sent         infobip  advanced  handed on for delivery
    09:00:31.000  +30s  undelivered  infobip  advanced  a carrier reported non-delivery

    Shown:  undelivered since 09:00:31 (policy alert, as of 09:01:00)
            A carrier reported that it could not be delivered.
    Why:    Reported 30 s after the start.
            A delivery report would still count.
    Next:   other-channel: use voice, mail or push.
            Look again at 13:00:01.
  `)
})
