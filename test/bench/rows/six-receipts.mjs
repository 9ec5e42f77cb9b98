import assert from 'node:assert/strict'
import { stateByHand } from '../by-hand.mjs'
import { each } from '../each.mjs'

/**
 * Six raw receipts of a message to its state, against what a careful engineer writes by hand.
 *
 * @param {(specifier: string) => Promise<any>} load one build of the package
 */
export async function rows(load) {
  const { otp, reduceReceipts } = await load('sms-delivery-state')
  const { twilio } = await load('sms-delivery-state/providers/twilio')
  const words = ['accepted', 'queued', 'sending', 'sent', 'sent', 'delivered']
  const messages = Array.from({ length: 200 }, (_, i) => receiptsOf(i, words))
  const now = 1_790_000_600_000
  for (const receipts of messages) {
    const { state } = reduceReceipts(twilio, receipts, otp, now)
    const { status, since } = stateByHand(receipts)
    assert.deepEqual([state.status, state.since], [status, since])
  }
  return [
    {
      name: 'six raw receipts to a state / by hand',
      base: each(messages, stateByHand),
      work: each(messages, (receipts) => reduceReceipts(twilio, receipts, otp, now)),
    },
  ]
}

/** In turned order. */
function receiptsOf(message, words) {
  const id = `SM${message.toString(16).padStart(32, '0')}`
  const receipts = words.map((word, i) => {
    const body = {
      AccountSid: 'AC00000000000000000000000000000a01',
      ApiVersion: '2010-04-01',
      From: '+15550100001',
      To: '+15550100123',
      MessageSid: id,
      MessageStatus: word,
      SmsSid: id,
      SmsStatus: word,
      ...(word === 'delivered' && { RawDlrDoneDate: '2609211400' }),
    }
    return { body: JSON.stringify(body), receivedAt: 1_790_000_000_000 + message * 10 + i * 500 }
  })
  const turn = message % receipts.length
  return [...receipts.slice(turn), ...receipts.slice(0, turn)]
}
