import { alert, OUTCOMES, parseReceipts, type DeliveryEvent } from 'sms-delivery-state'
import { twilio } from 'sms-delivery-state/providers'
import { expect, test } from 'vitest'
import { at, lines, told } from './story.ts'

// VA notification-api #1977, undone by #2083; cds-snc #1295 against #1918.

const { events } = parseReceipts(twilio, [
  { receivedAt: at('09:00:03'), body: 'MessageSid=SM01&MessageStatus=undelivered&ErrorCode=30008' },
  { receivedAt: at('09:00:04'), body: 'MessageSid=SM01&MessageStatus=delivered' },
])

const isFinal = ({ status }: DeliveryEvent) =>
  OUTCOMES[status] === 'failed' || OUTCOMES[status] === 'delivered'
const firstFinalWins = (receipts: readonly DeliveryEvent[]) => receipts.find(isFinal)?.status
const lastFinalWins = (receipts: readonly DeliveryEvent[]) =>
  receipts.filter(isFinal).at(-1)?.status

test('"undelivered" and "delivered" for one message come to the same, whichever comes first', () => {
  const swapped = [...events].reverse()
  expect([events, swapped].map(firstFinalWins)).toEqual(['undelivered', 'delivered'])
  expect([events, swapped].map(lastFinalWins)).toEqual(['delivered', 'undelivered'])

  expect(told(events, alert, at('09:01:00'))).toBe(lines`
    2026-11-21, UTC
    09:00:03.000       undelivered  twilio  advanced  a carrier reported non-delivery: no reason that we know
                                                      (30008)
    09:00:04.000  +1s  delivered    twilio  advanced  delivery was reported by the carrier; contradicts what is
                                                      above: undelivered

    Shown:  delivered since 09:00:04, settled (policy alert, as of 09:01:00)
            Delivery was reported; that does not prove that a person looked at it.
    Why:    Reported 1 s after the start.
            Receipts contradict each other; a delivery report outweighs the others, unless it came too late.
    Next:   done: nothing more to do.
  `)
})
