import { collect, merge, otp, stateOf, type DeliveryEvent } from 'sms-delivery-state'
import { expect, test } from 'vitest'
import { at, lines, told } from './story.ts'

// cds-snc #1731 lost 943 receipts in 4 weeks; vonage-php-sdk-core #214.

const orphan: DeliveryEvent = {
  status: 'delivered',
  receivedAt: at('09:00:00.900'),
  provider: 'vonage',
  providerMessageId: 'v1',
}
const stored: DeliveryEvent = {
  status: 'accepted',
  receivedAt: at('09:00:01.100'),
  messageId: 'm1',
  attemptId: 'a1',
  source: 'response',
  provider: 'vonage',
  providerMessageId: 'v1',
}

const needsItsRow = (events: readonly DeliveryEvent[]) => {
  let row: string | undefined
  for (const { status, messageId } of events) if (messageId || row) row = status
  return row
}

test('a receipt that comes before its message is stored counts as soon as they meet', () => {
  expect(needsItsRow([stored, orphan])).toBe('delivered')
  expect(needsItsRow([orphan, stored])).toBe('accepted')

  const joined = merge(collect([orphan]), collect([stored]))
  expect(stateOf(joined, otp, at('09:01:00')).status).toBe('delivered')
  expect(told([orphan, stored], otp, at('09:01:00'))).toBe(lines`
    2026-11-21, UTC
    09:00:00.900          delivered  vonage  advanced  delivery was reported
    09:00:01.100  +200ms  accepted   vonage  stale     fills in when it was accepted

    Shown:  delivered since 09:00:00.900, settled (policy otp, as of 09:01:00)
            Delivery was reported; that does not prove that a person looked at it.
    Why:    Reported at the start.
    Next:   done: nothing more to do.
  `)
})
