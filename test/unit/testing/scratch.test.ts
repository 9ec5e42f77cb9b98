import { it } from 'vitest'
import { scenario, START } from '../../../src/testing/scenario.ts'
import { twilio } from '../../../src/providers/index.ts'
import { otp } from 'sms-delivery-state'
import { explain } from 'sms-delivery-state/explain'
it('x', () => {
  const s = scenario({ provider: twilio, flow: otp }).pending().accepted('+200ms').sent('+1s').duplicated().delivered('+4s')
  console.log(explain(s.events(), otp, s.now))
  const t = scenario({ provider: twilio, flow: otp }).pending().sent('+1s').resend('+30s').sent('+1s').delivered('+2s').late().shuffled(4)
  console.log(explain(t.events(), otp, t.now), new Date(START).toISOString())
  try { s.unknown('+1s') } catch (e) { console.log(String(e)) }
  try { s.sent('1 s' as any) } catch (e) { console.log(String(e)) }
  console.log(scenario({ provider: twilio, flow: otp, segments: 3 }).sent().delivered('+1s', { segment: 2 }).state())
})
