import { otp, reduceByMessage, type DeliveryEvent } from 'sms-delivery-state'
import { expect, test } from 'vitest'

// A code is submitted twice, and both times the network refuses it. The second refusal overtakes
// the answer to our request.

const ours = { messageId: 'm', provider: 'p' }
const theirs = { provider: 'p', failure: { reason: 'network' } } as const

const pending = (attemptId: string, receivedAt: number): DeliveryEvent => ({
  status: 'pending',
  ...ours,
  attemptId,
  receivedAt,
})

const answer = (attemptId: string, receivedAt: number): DeliveryEvent => ({
  status: 'accepted',
  ...ours,
  attemptId,
  providerMessageId: `SM${attemptId}`,
  receivedAt,
})

/** A receipt, with what the URL names to which the provider sent it. */
const refused = (
  attemptId: string,
  receivedAt: number,
  named: Partial<DeliveryEvent>,
): DeliveryEvent => ({
  status: 'failed',
  ...theirs,
  providerMessageId: `SM${attemptId}`,
  ...named,
  receivedAt,
})

/**
 * A service that acts once per message and `advice.key`, as the events of its log arrive. Orphans
 * wait.
 */
function actionsOf(log: readonly DeliveryEvent[]): string[] {
  const outbox = new Set<string>()
  for (const [i, { receivedAt = 0 }] of log.entries()) {
    const state = reduceByMessage(log.slice(0, i + 1), otp, receivedAt).get('m')
    if (state) outbox.add(state.advice.key)
  }
  return [...outbox].filter((key) => key.startsWith('resend'))
}

test('whoever names the message and not the attempt sends a third text twice', () => {
  const named = { messageId: 'm' }
  const log = [answer('1', 0), refused('1', 1, named), refused('2', 11, named), answer('2', 12)]
  expect(actionsOf(log)).toEqual(['resend/1', 'resend/SM2', 'resend/2'])
})

test('whoever records the attempt before the request, and names both in the URL, acts once for each', () => {
  const named = (attemptId: string) => ({ messageId: 'm', attemptId })
  const log = [
    pending('1', 0),
    answer('1', 0),
    refused('1', 1, named('1')),
    pending('2', 10),
    refused('2', 11, named('2')),
    answer('2', 12),
  ]
  expect(actionsOf(log)).toEqual(['resend/1', 'resend/2'])
})

test('whoever records the attempt before the request, and names neither, acts once for each: the receipt waits', () => {
  const log = [
    pending('1', 0),
    answer('1', 0),
    refused('1', 1, {}),
    pending('2', 10),
    refused('2', 11, {}),
    answer('2', 12),
  ]
  expect(actionsOf(log)).toEqual(['resend/1', 'resend/2'])
})
