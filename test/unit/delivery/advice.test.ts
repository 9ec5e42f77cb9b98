import {
  alert,
  definePolicy,
  FAILURE_REASONS,
  notification,
  otp,
  reduce,
  type DeliveryEvent,
  type Failure,
  type Policy,
  type Status,
} from 'sms-delivery-state'
import { describe, expect, test } from 'vitest'

const said = (
  status: Status,
  receivedAt: number,
  more: Partial<DeliveryEvent> = {},
): DeliveryEvent => ({
  status,
  receivedAt,
  ...more,
})
const action = (events: DeliveryEvent[], policy: Policy, now = 0) =>
  reduce(events, policy, now).advice.action
const policies = [otp, alert, notification]
const after = (policy: Policy) => 2 * policy.window

describe.each(policies)('$name', (policy) => {
  const { advice } = policy

  test.each(['pending', 'accepted', 'queued', 'sent', 'unknown'] as const)(
    '%s is open, and then slow',
    (status) => {
      expect(action([said(status, 0)], policy)).toBe(advice.open)
      expect(action([said(status, 0)], policy, policy.slowAfter)).toBe(advice.slow)
    },
  )

  test.each(FAILURE_REASONS)('failed and undelivered, because %s', (reason) => {
    for (const status of ['failed', 'undelivered'] as const) {
      expect(action([said(status, 0, { failure: { reason } })], policy)).toBe(advice.failed[reason])
    }
  })

  test('failed without a reason reads as unknown', () =>
    expect(action([said('failed', 0)], policy)).toBe(advice.failed.unknown))
  test('delivered', () => expect(action([said('delivered', 0)], policy)).toBe(advice.delivered))
  test('expired', () => expect(action([said('expired', 0)], policy)).toBe(advice.uncertain))
  test('silence', () =>
    expect(action([said('sent', 0)], policy, after(policy))).toBe(advice.uncertain))
  test('unknown once closed', () =>
    expect(action([said('unknown', 0)], policy, after(policy))).toBe(advice.uncertain))
  test('sent where nobody reports', () => {
    const blind = { receiptsExpected: false }
    expect(action([said('sent', 0, blind)], policy)).toBe(advice.sentBlind ?? advice.open)
    expect(action([said('sent', 0, blind)], policy, after(policy))).toBe(
      advice.sentBlind ?? advice.slow,
    )
    expect(action([said('queued', 0, blind)], policy)).toBe(advice.open)
  })
})

describe('the three rules above the table', () => {
  const network: Failure = { reason: 'network' }
  const failed = said('failed', 0, { failure: network })
  const attempt = (attemptId: string, event: DeliveryEvent): DeliveryEvent => ({
    ...event,
    messageId: 'm',
    attemptId,
  })

  test('a permanent failure turns resend to another channel, and nothing else', () => {
    expect(action([said('failed', 0, { failure: { ...network, permanent: true } })], otp)).toBe(
      'other-channel',
    )
    expect(
      action([said('failed', 0, { failure: { reason: 'account', permanent: true } })], otp),
    ).toBe('fix')
  })

  test('so do used up attempts, for resend and offer-resend', () => {
    const two = ['A', 'B'].map((id) => attempt(id, failed))
    expect(action(two, otp)).toBe('resend')
    expect(action([...two, attempt('C', failed)], otp)).toBe('other-channel')
    expect(action(two, notification)).toBe('other-channel')
    expect(action([...two, attempt('C', said('sent', 0))], otp, otp.slowAfter)).toBe(
      'other-channel',
    )
    expect(action([...two, attempt('C', said('sent', 0))], otp)).toBe('wait')
  })

  test('delivery that is claimed but not shown holds them back, but not the user’s own wish', () => {
    const part = said('delivered', 0, { segment: { index: 1, count: 2 } })
    expect(action([part, failed], otp)).toBe('hold')
    expect(action([part, failed], alert)).toBe('hold')
    expect(action([part], alert, alert.window)).toBe('hold')
    expect(action([part], otp, otp.slowAfter)).toBe('offer-resend')
    expect(action([failed, said('delivered', otp.window + 1)], otp)).toBe('hold')
    expect(action([part, said('failed', 0, { failure: { reason: 'account' } })], otp)).toBe('fix')
  })

  test('delivery that is claimed of another attempt counts too', () => {
    const events = [
      attempt('A', said('sent', 0)),
      attempt('A', said('delivered', otp.window + 1)),
      attempt('B', said('failed', 1)),
    ]
    expect(reduce(events, otp, 0)).toMatchObject({
      attemptId: 'B',
      status: 'failed',
      advice: { action: 'hold' },
    })
  })

  test('in this order: used up attempts, then hold', () => {
    const once = definePolicy('once', otp, { maxAttempts: 1 })
    const part = said('delivered', 0, { segment: { index: 1, count: 2 } })
    expect(action([part], once, once.slowAfter)).toBe('hold')
  })
})

describe('the failure that is named', () => {
  const because = (status: Status, failure: Failure, receivedAt = 0) =>
    said(status, receivedAt, { failure })
  const failureOf = (...events: DeliveryEvent[]) => reduce(events, otp, 0).failure

  test('of the strongest mark with a reason other than unknown', () => {
    const network = because('failed', { reason: 'network', code: '1' })
    expect(
      failureOf(network, because('undelivered', { reason: 'unknown', code: '2' })),
    ).toStrictEqual({
      reason: 'network',
      code: '1',
    })
    expect(failureOf(network, because('undelivered', { reason: 'account' }))).toStrictEqual({
      reason: 'account',
    })
  })

  test('else of the strongest mark with any', () => {
    const vague = [
      because('failed', { reason: 'unknown', code: '1' }),
      because('undelivered', { reason: 'unknown', code: '2' }),
    ]
    expect(failureOf(...vague)).toStrictEqual({ reason: 'unknown', code: '2' })
  })

  test('a poorer duplicate never erases a reason', () => {
    expect(
      failureOf(
        because('failed', { reason: 'unknown' }, 0),
        because('failed', { reason: 'network' }, 5),
        said('failed', 9),
      ),
    ).toEqual({
      reason: 'network',
    })
  })

  test('within a mark and over segments: the earlier received, then the earlier to have happened, then the smaller text', () => {
    const one = because('failed', { reason: 'network', code: '9' }, 5)
    const untimed: DeliveryEvent = { status: 'failed', failure: { reason: 'account' } }
    for (const segment of [undefined, { index: 1 }]) {
      const other = (failure: Failure, more: Partial<DeliveryEvent>) => ({
        ...because('failed', failure, 5),
        segment,
        ...more,
      })
      expect(failureOf(one, { ...untimed, segment })?.reason).toBe('network')
      expect(failureOf(one, other({ reason: 'account' }, { receivedAt: 4 }))?.reason).toBe(
        'account',
      )
      expect(failureOf(one, other({ reason: 'throttled' }, { occurredAt: 4 }))?.reason).toBe(
        'throttled',
      )
      expect(failureOf(one, other({ reason: 'network', code: '8' }, {}))?.code).toBe('8')
    }
  })

  test('is there for a late failure too, and never where delivery is shown', () => {
    expect(
      reduce([said('sent', 0), because('failed', { reason: 'network' }, 400_000)], otp, 0),
    ).toMatchObject({
      status: 'expired',
      failure: { reason: 'network' },
    })
    expect(
      reduce([because('failed', { reason: 'network' }), said('delivered', 1)], otp, 1),
    ).not.toHaveProperty('failure')
  })
})

test('a second copy is ruled out only where every attempt has failed and nothing says delivered', () => {
  const risk = (...events: [string, Status, Partial<DeliveryEvent>?][]) =>
    reduce(
      events.map(([attemptId, status, more]) => ({
        status,
        receivedAt: 0,
        messageId: 'm',
        attemptId,
        ...more,
      })),
      otp,
      0,
    ).advice.duplicateRisk
  expect(risk()).toBe(true)
  expect(risk(['A', 'failed'], ['B', 'undelivered'])).toBe(false)
  expect(risk(['A', 'failed'], ['B', 'sent'])).toBe(true)
  expect(risk(['A', 'failed'], ['B', 'expired'])).toBe(true)
  expect(risk(['A', 'failed'], ['A', 'delivered', { segment: { index: 1 } }])).toBe(true)
})

test('the key names status, action and attempt', () => {
  expect(reduce([said('sent', 0)], otp, 0).key).toBe('sent/wait')
  expect(reduce([said('sent', 0, { attemptId: 'A' })], otp, 30_000).key).toBe('sent/offer-resend/A')
})
