// For tests of a flow of your own: no network, no clock, no mock; receipts are data, and time is
// an argument.
// (In your project this is the body of a test of node:test, vitest or Jest.)
import assert from 'node:assert/strict'
import { otp, reduceReceipts, type Action } from 'sms-delivery-state'
import { twilio } from 'sms-delivery-state/providers'

// The code under test: what the login page offers.
function buttonsFor(action: Action): string[] {
  if (action === 'offer-resend') return ['Send another code', 'Call me']
  if (action === 'resend' || action === 'other-channel') return ['Call me']
  return []
}

const SID = 'SM7a9c3e5f1b2d4068ace13579bdf02468'
const start = Date.parse('2026-11-20T09:00:00Z')
const receipt = (status: string): string =>
  `MessageSid=${SID}&MessageStatus=${status}${status === 'undelivered' ? '&ErrorCode=30003' : ''}`

/** Every order in which the network may deliver them. */
function* orders<Item>(items: readonly Item[]): Iterable<Item[]> {
  if (items.length === 0) yield []
  for (const [i, item] of items.entries())
    for (const rest of orders(items.filter((_, other) => other !== i))) yield [item, ...rest]
}

/**
 * The buttons, which must be the same for every order: a receipt each second, and all of them
 * twice.
 */
function buttonsAfter(statuses: string[], seconds: number): unknown {
  const outcomes = new Set<string>()
  for (const order of orders(statuses)) {
    const receipts = [...order, ...order].map((status, i) => ({
      receivedAt: start + i * 1_000,
      body: receipt(status),
    }))
    const { state, issues } = reduceReceipts(twilio, receipts, otp, start + seconds * 1_000)
    assert.deepEqual(issues, [])
    outcomes.add(JSON.stringify(buttonsFor(state.advice.action)))
  }
  const [buttons = '', ...others] = outcomes
  assert.deepEqual(others, [], 'the order decides')
  console.log(`${statuses.join(', ')}, after ${seconds} s:`, buttons)
  return JSON.parse(buttons)
}

assert.deepEqual(buttonsAfter(['queued', 'sent'], 20), [])
assert.deepEqual(buttonsAfter(['queued', 'sent'], 30), ['Send another code', 'Call me'])
assert.deepEqual(buttonsAfter(['queued', 'sent', 'undelivered'], 20), ['Call me'])
assert.deepEqual(buttonsAfter(['queued', 'sent', 'undelivered', 'delivered'], 20), [])

/* prints:
queued, sent, after 20 s: []
queued, sent, after 30 s: ["Send another code","Call me"]
queued, sent, undelivered, after 20 s: ["Call me"]
queued, sent, undelivered, delivered, after 20 s: []
*/
