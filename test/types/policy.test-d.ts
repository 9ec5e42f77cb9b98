import { definePolicy, otp, type Action, type FailureReason, type Policy } from 'sms-delivery-state'
import { expectTypeOf } from 'vitest'

expectTypeOf(definePolicy).returns.toEqualTypeOf<Policy>()
expectTypeOf(otp).toEqualTypeOf<Policy>()
expectTypeOf<Policy['advice']['failed']>().toEqualTypeOf<Readonly<Record<FailureReason, Action>>>()

definePolicy('mine', otp, {})
definePolicy('mine', otp, {
  window: undefined,
  advice: { sentBlind: undefined, failed: { network: 'hold', unknown: undefined } },
})
definePolicy('mine', otp, { terminal: ['delivered'], silence: 'unknown', advice: { open: 'poll' } })

// @ts-expect-error an action is one of ours
definePolicy('mine', otp, { advice: { open: 'panic' } })
// @ts-expect-error so it is in the table of reasons
definePolicy('mine', otp, { advice: { failed: { network: 'retry' } } })
// @ts-expect-error a reason is one of ours
definePolicy('mine', otp, { advice: { failed: { 'absent-subscriber': 'resend' } } })
// @ts-expect-error a cell is one of ours
definePolicy('mine', otp, { advice: { late: 'hold' } })
// @ts-expect-error silence is never a delivery
definePolicy('mine', otp, { silence: 'delivered' })
// @ts-expect-error a terminal status is a status
definePolicy('mine', otp, { terminal: ['done'] })
// @ts-expect-error the name is the first argument
definePolicy('mine', otp, { name: 'other' })
// @ts-expect-error a policy is data that nobody changes
otp.window = 1
// @ts-expect-error all through
otp.advice.failed.network = 'stop'
// @ts-expect-error and so are its lists
otp.terminal[0] = 'unknown'
