import { definePolicy, otp, type DeliveryEvent, type Failure } from 'sms-delivery-state'
import { expect, test } from 'vitest'
import { printed } from './printed.ts'

const MINUTE = 60_000
const refused = (attemptId: string, failure?: Failure): DeliveryEvent => ({
  messageId: 'm',
  attemptId,
  status: 'failed',
  receivedAt: 0,
  failure,
})
const threefold = ['1', '2', '3'].map((id) => refused(id, { reason: 'network' }))

test('where no further attempt is allowed, it says what that changed', () =>
  expect(printed(threefold, otp, MINUTE).next).toContain(
    'other-channel: use voice, mail or push. The policy allows no further attempt; else it would be resend.',
  ))

test('where the attempts are used, but the reason asks for another channel anyway, it says nothing of them', () => {
  const invalid = ['1', '2', '3'].map((id) => refused(id, { reason: 'invalid-destination' }))
  expect(printed(invalid, otp, MINUTE).next).toMatch(
    /^other-channel: use voice, mail or push\. Look again/,
  )
})

test('where the failure is permanent, that is said under why', () => {
  const { why, next } = printed([refused('1', { reason: 'network', permanent: true })], otp, MINUTE)
  expect(why).toContain('The provider says that trying again is useless.')
  expect(next).toMatch(/^other-channel: use voice, mail or push\. Look again/)
})

test('where a delivery is claimed but not shown, it says why nothing is sent', () => {
  const late: DeliveryEvent = {
    messageId: 'm',
    attemptId: '1',
    status: 'delivered',
    receivedAt: 6 * MINUTE,
  }
  const claimed = 'Delivery was reported, late or of a part: whatever is sent now may come twice.'
  expect(printed([...threefold, late], otp, 7 * MINUTE).next).toContain(claimed)
  const careful = definePolicy('careful', otp, { advice: { failed: { network: 'hold' } } })
  expect(printed(threefold, careful, MINUTE).next).not.toContain(claimed)
})
