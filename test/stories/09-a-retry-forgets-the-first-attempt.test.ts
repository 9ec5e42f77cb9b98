import { otp, type DeliveryEvent } from 'sms-delivery-state'
import { expect, test } from 'vitest'
import { at, lines, told } from './story.ts'

// VA notification-api: a retry cleared the old provider id, and its late receipt matched nothing.
// notifications-api #802: a submission that timed out was sent twice.

const first = { messageId: 'm1', attemptId: 'first', provider: 'acme', providerMessageId: 'A1' }
const second = { messageId: 'm1', attemptId: 'second', provider: 'acme', providerMessageId: 'B2' }
const events: DeliveryEvent[] = [
  { ...first, status: 'accepted', receivedAt: at('09:00:00') },
  { ...second, status: 'accepted', receivedAt: at('09:00:40') },
  { status: 'delivered', receivedAt: at('09:00:42'), provider: 'acme', providerMessageId: 'A1' },
]

/** The row has room for one provider id. */
const rowWithOneId = (receipts: readonly DeliveryEvent[]) =>
  receipts.reduce(
    (row, { status, providerMessageId: id, messageId }) =>
      messageId || id === row.id ? { id, status } : row,
    {} as Partial<Record<'id' | 'status', string | undefined>>,
  )

test('the receipt of the first attempt still counts after a retry', () => {
  expect(rowWithOneId(events)).toEqual({ id: 'B2', status: 'accepted' })

  expect(told(events, otp, at('09:01:30'))).toBe(lines`
    2026-11-21, UTC
    09:00:00.000        first   accepted   acme  advanced  the platform took it
    09:00:40.000  +40s  second  accepted   acme  advanced  the platform took it
    09:00:42.000  +42s  first   delivered  acme  advanced  delivery was reported

    Shown:    delivered since 09:00:42, settled (policy otp, as of 09:01:30)
              Delivery was reported; that does not prove that a person looked at it.
    Why:      Attempt first: reported 42 s after the start.
    Attempts: first   acme  delivered since 09:00:42, settled; this is the one shown
              second  acme  accepted since 09:00:40
    Next:     done: nothing more to do.
  `)
})
