import {
  ACTIONS,
  CONFIRMATIONS,
  FAILURE_REASONS,
  OUTCOMES,
  SOURCES,
  STATUSES,
} from 'sms-delivery-state'
import { expect, test } from 'vitest'

test('statuses stand weakest first', () => {
  expect(STATUSES.join(' < ')).toBe(
    'pending < accepted < queued < sent < unknown < expired < failed < undelivered < delivered',
  )
})

test('each status has one of four outcomes', () => {
  expect(OUTCOMES).toStrictEqual({
    pending: 'open',
    accepted: 'open',
    queued: 'open',
    sent: 'open',
    unknown: 'uncertain',
    expired: 'uncertain',
    failed: 'failed',
    undelivered: 'failed',
    delivered: 'delivered',
  })
})

test('the other vocabularies are as the model lists them', () => {
  expect(CONFIRMATIONS.join(' < ')).toBe('platform < carrier < handset < user')
  expect(SOURCES.join(', ')).toBe('webhook, poll, response, smpp, service, user, manual')
  expect(ACTIONS.join(', ')).toBe(
    'wait, offer-resend, poll, resend, other-channel, fix, hold, escalate, stop, done',
  )
  expect(FAILURE_REASONS.join(', ')).toBe(
    'invalid-destination, unreachable, landline-unsupported, content-blocked, opted-out, carrier-rejected, network, expired, throttled, account, sender-unregistered, canceled, unknown',
  )
})

test.each([STATUSES, OUTCOMES, CONFIRMATIONS, SOURCES, ACTIONS, FAILURE_REASONS])(
  'nobody can change %j',
  (words) => expect(Object.isFrozen(words)).toBe(true),
)
