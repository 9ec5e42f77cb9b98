import {
  alert,
  definePolicy,
  notification,
  otp,
  reduce,
  type DeliveryEvent,
} from 'sms-delivery-state'
import { expect, test } from 'vitest'

const sent: DeliveryEvent = { status: 'sent', receivedAt: 0 }

test('slow once slowAfter has passed, and not a millisecond before', () => {
  expect(reduce([sent], otp, 29_999)).toMatchObject({
    slow: false,
    reviewAt: 30_000,
    key: 'sent/wait',
  })
  expect(reduce([sent], otp, 30_000)).toMatchObject({
    slow: true,
    reviewAt: 300_000,
    key: 'sent/offer-resend',
  })
  const closed = reduce([sent], otp, 300_000)
  expect(closed).toMatchObject({ slow: false, key: 'expired/offer-resend' })
  expect(closed).not.toHaveProperty('reviewAt')
})

test('counts from the attempt that is shown', () => {
  const resent: DeliveryEvent[] = [
    { ...sent, messageId: 'm', attemptId: 'A' },
    { status: 'queued', receivedAt: 20_000, messageId: 'm', attemptId: 'B' },
  ]
  expect(reduce(resent, otp, 30_000)).toMatchObject({
    attemptId: 'B',
    slow: false,
    reviewAt: 50_000,
  })
  expect(reduce(resent, otp, 50_000)).toMatchObject({ attemptId: 'B', slow: true })
})

test('counts from the schedule', () => {
  expect(reduce([{ ...sent, scheduledFor: 100_000 }], otp, 40_000)).toMatchObject({
    slow: false,
    reviewAt: 130_000,
  })
})

test('unknown is waiting before the deadline, and uncertain after it', () => {
  const unknown: DeliveryEvent = { status: 'unknown', receivedAt: 0 }
  expect(reduce([unknown], alert, 300_000)).toMatchObject({
    slow: true,
    key: 'unknown/poll',
    reviewAt: 14_400_000,
  })
  expect(reduce([unknown], alert, 14_400_000)).toMatchObject({
    slow: false,
    key: 'unknown/escalate',
    by: 'receipt',
  })
})

test('sent on a route where nobody reports may stay slow for ever, and nothing needs a review', () => {
  const state = reduce([{ ...sent, receiptsExpected: false }], otp, 400_000)
  expect(state).toMatchObject({ slow: true, closed: true, key: 'sent/offer-resend' })
  expect(state).not.toHaveProperty('reviewAt')
})

test('slow after the deadline is reviewed after the deadline', () => {
  const late = definePolicy('late', otp, { window: 10, slowAfter: 50 })
  const blind = { ...sent, receiptsExpected: false }
  expect(reduce([blind], late, 0)).toMatchObject({ slow: false, reviewAt: 50 })
  expect(reduce([blind], late, 50)).toMatchObject({ slow: true, closed: true })
})

test('the deadline is reviewed where only settled changes there', () => {
  expect(reduce([{ status: 'failed', receivedAt: 0 }], otp, 0)).toMatchObject({
    settled: false,
    reviewAt: 300_000,
  })
  const delivered = reduce([{ status: 'delivered', receivedAt: 0 }], otp, 0)
  expect(delivered.settled).toBe(true)
  expect(delivered).not.toHaveProperty('reviewAt')
})

test('slow alone is worth a review, even where the action stays', () => {
  expect(reduce([sent], notification, 0)).toMatchObject({
    key: 'sent/wait',
    slow: false,
    reviewAt: 900_000,
  })
  expect(reduce([sent], notification, 900_000)).toMatchObject({
    key: 'sent/wait',
    slow: true,
    reviewAt: 259_200_000,
  })
})
