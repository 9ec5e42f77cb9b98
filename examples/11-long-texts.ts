// For texts that leave as several parts: when the whole is delivered, and which part a receipt is
// about.
import { otp, reduce, submission, timeline, type DeliveryEvent } from 'sms-delivery-state'
import { vonage } from 'sms-delivery-state/providers/vonage'

// 1. Vonage gives each part an id, and its receipts do not say which part it is. The answer to the
// request listed the ids in
// the order of the parts: `submission` ties each to its segment.
const submitted = submission({
  messageId: 'parcel-91',
  attemptId: '1',
  provider: 'vonage',
  providerMessageIds: ['0A03', '0A04'],
  receivedAt: 0,
})
const receipt = (id: string, status: string, receivedAt: number, code = '0'): DeliveryEvent[] =>
  vonage.parse(`messageId=${id}&status=${status}&err-code=${code}&scts=2611201005`, { receivedAt })
    .events

const second = receipt('0A04', 'delivered', 1_000)
const first = receipt('0A03', 'delivered', 2_000)
console.log('one of two:', reduce([...submitted, ...second], otp, 3_000).status)
console.log('both:', reduce([...submitted, ...second, ...first], otp, 3_000).status)
for (const { verdict, segment, event } of timeline([...submitted, ...second, ...first], otp, 3_000))
  console.log(' ', `segment ${segment}`, event?.status, verdict)

// 2. One part failed, and the other one is on the phone: a resend would put a second copy of it
// there. So nothing is done.
const refused = receipt('0A03', 'failed', 2_000, '99')
const { status, failure, advice } = reduce([...submitted, ...second, ...refused], otp, 3_000)
console.log('half of it:', status, failure?.reason, advice.action, advice.duplicateRisk)

// 3. A provider that numbers its parts: nothing is to be tied. Until a count is known, parts alone
// never make it delivered.
const part = (index: number, count?: number): DeliveryEvent => ({
  status: 'delivered',
  receivedAt: index,
  segment: { index, count },
})
console.log('no count:', reduce([part(1), part(2)], otp, 9).status)
console.log('a count:', reduce([part(1), part(2, 2)], otp, 9).status)

/* prints:
one of two: sent
both: delivered
  segment 1 accepted advanced
  segment 2 accepted partial
  segment 2 delivered advanced
  segment 1 delivered advanced
half of it: undelivered unknown hold true
no count: sent
a count: delivered
*/
