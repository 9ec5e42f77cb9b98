import { alert, otp, type DeliveryEvent } from 'sms-delivery-state'
import { expect, test } from 'vitest'
import { printed } from './printed.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

test('a reason that came too late is said beside its own receipt, and not of what expired before', () => {
  const events: DeliveryEvent[] = [
    { status: 'sent', receivedAt: 0 },
    { status: 'expired', receivedAt: MINUTE },
    {
      status: 'undelivered',
      receivedAt: 6 * MINUTE,
      failure: { reason: 'invalid-destination', code: '1', permanent: true },
    },
  ]
  const { rows, shown, why, next } = printed(events, otp, 10 * MINUTE)
  expect(rows[2]).toContain('kept as evidence: the number is not valid (1)')
  expect(shown).toContain(
    'No delivery report came in time; a later receipt says that it was not delivered.',
  )
  expect(why).toBe(
    'Reported 1 min after the start. The undelivered receipt came 1 min after the deadline: too late to change it, kept as evidence.',
  )
  expect(next).toContain('By all reports no earlier copy is on the phone.')
})

test('where an earlier receipt knew the reason and the one that is shown did not, each has its own line', () => {
  const events: DeliveryEvent[] = [
    { status: 'failed', receivedAt: 0, failure: { reason: 'throttled', code: '30001' } },
    { status: 'undelivered', receivedAt: SECOND, failure: { reason: 'unknown', code: '30008' } },
  ]
  expect(printed(events, alert, MINUTE).why).toBe(
    'Reported 1 s after the start. The reason came with the failed receipt at 00:00:00: too much was sent at once (30001). A delivery report would still count.',
  )
})

test('where a repeat six hours later brought the reason, it says so', () => {
  const events: DeliveryEvent[] = [
    { status: 'sent', receivedAt: 0 },
    { status: 'undelivered', receivedAt: SECOND },
    {
      status: 'undelivered',
      receivedAt: 6 * HOUR,
      failure: { reason: 'opted-out', permanent: true },
    },
  ]
  const { rows, why } = printed(events, alert, 7 * HOUR)
  expect(rows[2]).toContain(
    'said before, 5 h 59 min earlier: a carrier reported non-delivery: the recipient has opted out',
  )
  expect(why).toBe(
    'Reported 1 s after the start. The reason came with the undelivered receipt at 06:00:00: the recipient has opted out. The provider says that trying again is useless.',
  )
})

test('where the repeat has no time, no time is claimed for the reason', () => {
  const events: DeliveryEvent[] = [
    { status: 'undelivered', receivedAt: 0 },
    { status: 'undelivered', failure: { reason: 'opted-out' } },
  ]
  expect(printed(events, otp, SECOND).why).toContain(
    'Reported at the start. The reason came with the undelivered receipt: the recipient has opted out.',
  )
})

test('a part is named where it brought the reason', () => {
  const events: DeliveryEvent[] = [
    { status: 'undelivered', receivedAt: 0, segment: { index: 1, count: 2 } },
    {
      status: 'undelivered',
      receivedAt: SECOND,
      segment: { index: 2, count: 2 },
      failure: { reason: 'network' },
    },
  ]
  expect(printed(events, otp, MINUTE).why).toContain(
    'Reported at the start. The reason came with the undelivered receipt for part 2 at 00:00:01: a fault in the network.',
  )
})

test('where one of several receipts of the same instant has the reason, it is the reason of that report', () => {
  const events: DeliveryEvent[] = [
    { status: 'undelivered', receivedAt: 0 },
    { status: 'undelivered', receivedAt: 0, failure: { reason: 'network' } },
  ]
  expect(printed(events, otp, SECOND).why).toContain(
    'Reported at the start: a fault in the network.',
  )
})

test('that trying again is useless is said even where nobody knows the reason', () => {
  const events: DeliveryEvent[] = [
    { status: 'failed', receivedAt: 0, failure: { reason: 'unknown', permanent: true } },
  ]
  expect(printed(events, otp, SECOND).why).toBe(
    'Reported at the start. The provider says that trying again is useless. A delivery report would still count.',
  )
})

test('in the list of attempts, too, a reason stands only beside the report that gave it', () => {
  const of = (attemptId: string) => ({ messageId: 'm', attemptId })
  const events: DeliveryEvent[] = [
    { ...of('a'), status: 'failed', receivedAt: 0, failure: { reason: 'throttled' } },
    { ...of('a'), status: 'undelivered', receivedAt: SECOND },
    { ...of('b'), status: 'failed', receivedAt: 2 * SECOND, failure: { reason: 'network' } },
  ]
  expect(printed(events, otp, MINUTE).attempts).toMatch(
    /a +undelivered since 00:00:01 b +failed since 00:00:02: a fault in the network; this is the one shown$/,
  )
})
