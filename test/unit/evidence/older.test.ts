import { apply, merge, otp, stateOf, type Evidence } from 'sms-delivery-state'
import { expect, test } from 'vitest'

/** An evidence of each layout that was ever written. */
const older = {
  'marks joined of many events': {
    v: 1,
    messageId: 'm',
    attempts: [{ providerMessageIds: ['SM1'], slots: { 0: { sent: { known: 1_000 } } } }],
  },
  'a few events, with ref': {
    v: 1,
    marks: [{ messageId: 'm', receivedAt: 1_000, ref: 'log/1', status: 'sent' }],
  },
}

test.each(Object.entries(older))('evidence of %s is refused, never misread', (_, evidence) => {
  const stored = evidence as unknown as Evidence
  const remedy = /evidence\.v must be one of 2, got 1\. Collect it anew from the log of events\.$/
  expect(() => stateOf(stored, otp, 0)).toThrow(remedy)
  expect(() => merge(stored)).toThrow(remedy)
  expect(() => apply(stored, { status: 'sent', receivedAt: 2_000 }, otp, 2_000)).toThrow(remedy)
})
