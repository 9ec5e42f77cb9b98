/*
 * Ratios, measured side by side in one process: `npm run bench`. Absolute times say more about the
 * machine than about the code.
 */
import assert from 'node:assert/strict'
import { bench, do_not_optimize, group, run } from 'mitata'
import { otp, reduce } from 'sms-delivery-state'
import { twilio } from 'sms-delivery-state/providers/twilio'
import { foldMachine, machineOf } from './machine.mjs'
import { messagesOf } from './messages.mjs'
import { rankLoop } from './rank-loop.mjs'

const messages = messagesOf(200_000)
const some = messages.slice(0, 1_000)
const now = messages[0][0].receivedAt + 60_000
const machine = machineOf(otp)

const callback = {
  AccountSid: 'AC00000000000000000000000000000a01',
  ApiVersion: '2010-04-01',
  From: '+15550100001',
  To: '+15550100123',
  MessageSid: 'SM00000000000000000000000000000b01',
  MessageStatus: 'delivered',
  MessagingServiceSid: 'MG00000000000000000000000000000c01',
  SmsSid: 'SM00000000000000000000000000000b01',
  SmsStatus: 'delivered',
  RawDlrDoneDate: '2611210900',
}
const json = JSON.stringify(callback)
const form = new URLSearchParams(callback).toString()

// What is compared must say the same.
for (const events of some) {
  const { status } = reduce(events, otp, now)
  assert.equal(rankLoop(events, otp, now).status, status)
  assert.ok(foldMachine(machine, events).matches({ open: status }))
}
assert.equal(twilio.parse(json).events[0].status, 'delivered')

const through = (list, fold) => () => {
  for (const events of list) do_not_optimize(fold(events))
}
group('200,000 messages of 6 events', () => {
  bench(
    'rank loop',
    through(messages, (events) => rankLoop(events, otp, now)),
  ).gc('once')
  bench(
    'reduce',
    through(messages, (events) => reduce(events, otp, now)),
  ).gc('once')
})
group('1,000 messages of 6 events', () => {
  bench(
    'reduce, 1,000',
    through(some, (events) => reduce(events, otp, now)),
  )
  bench(
    'xstate transition',
    through(some, (events) => foldMachine(machine, events)),
  )
})
group('one callback', () => {
  bench('JSON.parse', () => do_not_optimize(JSON.parse(json)))
  bench('parse, object', () => do_not_optimize(twilio.parse(callback)))
  bench('parse, JSON text', () => do_not_optimize(twilio.parse(json)))
  bench('URLSearchParams', () => do_not_optimize(Object.fromEntries(new URLSearchParams(form))))
  bench('parse, form text', () => do_not_optimize(twilio.parse(form)))
})

const { benchmarks } = await run()
const median = (name) => benchmarks.find(({ alias }) => alias === name).runs[0].stats.p50
const ratio = (label, a, b, wanted) =>
  console.log(`${label.padEnd(52)} ${(median(a) / median(b)).toFixed(2).padStart(7)}   ${wanted}`)

console.log('\nratios of medians')
ratio('reduce / hand-written rank loop, 200,000 messages', 'reduce', 'rank loop', '')
ratio('xstate transition / reduce', 'xstate transition', 'reduce, 1,000', '')
ratio('parse of an object / JSON.parse', 'parse, object', 'JSON.parse', '')
ratio('parse of JSON text / JSON.parse', 'parse, JSON text', 'JSON.parse', '')
ratio('parse of form text / URLSearchParams', 'parse, form text', 'URLSearchParams', '')
