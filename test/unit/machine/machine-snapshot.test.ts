import {
  notification,
  otp,
  reduce,
  type DeliveryEvent,
  type DeliveryState,
  type Policy,
} from 'sms-delivery-state'
import { createDeliveryMachine, machineSnapshot, statusOf } from 'sms-delivery-state/machine'
import { describe, expect, test } from 'vitest'
import { createActor } from 'xstate'

const hour = 3_600_000
const week = 168 * hour

function start(policy: Policy, events: DeliveryEvent[], now: number) {
  const stored = JSON.parse(JSON.stringify(reduce(events, policy, now))) as DeliveryState
  return createActor(createDeliveryMachine(policy), { snapshot: machineSnapshot(stored) }).start()
}

describe('an actor starts where the state is', () => {
  const sent: DeliveryEvent = { status: 'sent', receivedAt: 0 }
  const lateFailed: DeliveryEvent = {
    status: 'failed',
    receivedAt: 100 * hour,
    failure: { reason: 'network' },
  }

  test.each([
    ['nothing known', otp, [], 0, { open: 'pending' }],
    ['the window open', otp, [sent], 1_000, { open: 'sent' }],
    ['expired by the clock', otp, [sent], week, { closed: 'expired' }],
    ['unknown by the clock, not settled', notification, [sent], week, { closed: 'unknown' }],
    [
      'failed late, not settled',
      notification,
      [sent, lateFailed],
      week,
      { closed: { late: 'failed' } },
    ],
    [
      'failed in time',
      notification,
      [sent, { ...lateFailed, receivedAt: 1 }],
      week,
      { closed: 'failed' },
    ],
    [
      'delivered late',
      notification,
      [sent, { ...lateFailed, status: 'delivered' }],
      week,
      { closed: 'delivered' },
    ],
    [
      'failed in time, since a claim of it carries no time',
      otp,
      [sent, { status: 'failed' }, lateFailed],
      week,
      { closed: 'failed' },
    ],
    ['no receipts expected', otp, [{ ...sent, receiptsExpected: false }], week, { closed: 'sent' }],
  ] satisfies [string, Policy, DeliveryEvent[], number, object][])(
    '%s',
    (_, policy, events, now, value) => {
      const snapshot = start(policy, events, now).getSnapshot()
      const { status, settled } = reduce(events, policy, now)
      expect(snapshot.value).toEqual(value)
      expect([statusOf(snapshot), snapshot.hasTag('settled')]).toEqual([status, settled])
    },
  )

  test('and goes on from there', () => {
    const actor = start(otp, [{ ...sent, receiptsExpected: false }], 1_000)
    expect(actor.getSnapshot().context).toMatchObject({
      since: 0,
      by: 'receipt',
      sentAt: 0,
      deadline: 300_000,
    })
    actor.send({ type: 'deadline', at: 300_000 })
    expect(actor.getSnapshot().value).toEqual({ closed: 'sent' })
  })
})

test('why it failed stays, where a weaker claim comes with another reason', () => {
  const actor = start(
    otp,
    [{ status: 'undelivered', receivedAt: 0, failure: { reason: 'unreachable' } }],
    1_000,
  )
  actor.send({ type: 'failed', at: 2_000, failure: { reason: 'network' } })
  expect(actor.getSnapshot().context.failure).toEqual({ reason: 'unreachable' })
})

test('it is about the attempt that is shown, with that attempt’s own milestones', () => {
  const events: DeliveryEvent[] = [
    { status: 'sent', receivedAt: 0, messageId: 'm', attemptId: '1' },
    {
      status: 'failed',
      receivedAt: 1_000,
      messageId: 'm',
      attemptId: '1',
      failure: { reason: 'network' },
    },
    { status: 'accepted', receivedAt: 5_000, messageId: 'm', attemptId: '2' },
  ]
  const { value, context } = start(otp, events, 6_000).getSnapshot()
  expect(value).toEqual({ open: 'accepted' })
  expect(context).toEqual({
    strongest: 'accepted',
    since: 5_000,
    by: 'receipt',
    acceptedAt: 5_000,
    receiptsExpected: true,
    windowStart: 0,
    deadline: 300_000,
    segments: { count: 0, deliveredAt: {} },
  })
})

test('what the clock set is no milestone of a receipt', () => {
  const { context } = start(otp, [{ status: 'sent', receivedAt: 0 }], week).getSnapshot()
  expect(context).toMatchObject({ by: 'clock', since: 300_000 })
  expect(context.expiredAt).toBeUndefined()
})

test('the actor’s own snapshot comes back from JSON as well', () => {
  const actor = start(otp, [{ status: 'sent', receivedAt: 0 }], 1_000)
  actor.send({ type: 'failed', at: 2_000, failure: { reason: 'network', code: '30008' } })
  const stored = JSON.parse(JSON.stringify(actor.getPersistedSnapshot())) as ReturnType<
    typeof machineSnapshot
  >
  const again = createActor(createDeliveryMachine(otp), { snapshot: stored }).start()
  expect(again.getSnapshot().toJSON()).toEqual(actor.getSnapshot().toJSON())
})
