import { notification, otp } from 'sms-delivery-state'
import {
  createDeliveryMachine,
  statusOf,
  type DeliveryMachineEvent,
  type Shown,
} from 'sms-delivery-state/machine'
import { describe, expect, test } from 'vitest'
import { createActor, initialTransition, transition } from 'xstate'

const deadline: DeliveryMachineEvent = { type: 'deadline', at: otp.window }

function along(policy = otp, ...events: DeliveryMachineEvent[]) {
  const machine = createDeliveryMachine(policy)
  const [first] = initialTransition(machine)
  return events.reduce(
    (trail, event) => [...trail, transition(machine, trail.at(-1) ?? first, event)[0]],
    [first],
  )
}

const values = (...trail: ReturnType<typeof along>) => trail.map(({ value }) => value)
const end = (...args: Parameters<typeof along>) => along(...args).at(-1)!

describe('the rooms', () => {
  test('a code that expired stays so, and its late receipt is kept', () => {
    const trail = along(otp, { type: 'sent', at: 0 }, deadline, {
      type: 'delivered',
      at: 400_000,
      occurredAt: 399_000,
    })
    expect(values(...trail)).toEqual([
      { open: 'pending' },
      { open: 'sent' },
      { closed: 'expired' },
      { closed: 'expired' },
    ])
    expect(trail.map((each) => each.hasTag('settled'))).toEqual([false, false, true, true])
    expect(trail.at(-1)?.context).toMatchObject({
      by: 'clock',
      since: 300_000,
      strongest: 'delivered',
      deliveredAt: 399_000,
    })
  })

  test('a notification goes on after its deadline, through what comes late to delivered', () => {
    const trail = along(
      notification,
      { type: 'sent', at: 0 },
      deadline,
      { type: 'failed', at: 400_000 },
      { type: 'expired', at: 500_000 },
      { type: 'delivered', at: 600_000 },
      { type: 'undelivered', at: 700_000 },
    )
    expect(values(...trail.slice(2))).toEqual([
      { closed: 'unknown' },
      { closed: { late: 'failed' } },
      { closed: { late: 'failed' } },
      { closed: 'delivered' },
      { closed: 'delivered' },
    ])
    expect(trail.map((each) => each.hasTag('settled'))).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      true,
    ])
    expect(trail.map(statusOf).slice(3, 6)).toEqual(['failed', 'failed', 'delivered'])
  })

  test('the clock strengthens what is weaker than its word, and nothing else', () => {
    const closing = (type: 'pending' | 'unknown' | 'undelivered') =>
      end(otp, { type, at: 0 }, deadline)
    expect(closing('pending').value).toEqual({ closed: 'expired' })
    expect(closing('unknown').value).toEqual({ closed: 'expired' })
    expect(closing('undelivered').value).toEqual({ closed: 'undelivered' })
    expect(closing('undelivered').context).toMatchObject({ by: 'receipt', since: 0 })
  })

  test('where nobody reports after sent, silence says nothing, and a receipt counts all the same', () => {
    const blind = { type: 'sent', at: 0, receiptsExpected: false } as const
    expect(end(otp, blind, deadline).value).toEqual({ closed: 'sent' })
    expect(end(otp, blind, deadline, { type: 'undelivered', at: 400_000 }).value).toEqual({
      closed: { late: 'undelivered' },
    })
    expect(end(otp, { ...blind, type: 'queued' }, deadline).value).toEqual({ closed: 'expired' })
  })

  test('the deadline comes once', () => {
    expect(end(notification, deadline, { ...deadline, at: 900_000 }).context.since).toBe(300_000)
  })
})

describe('a long text', () => {
  const part = (index: number, at: number) =>
    ({ type: 'delivered', at, segment: { index, count: 2 } }) as const

  test('was sent when one part was delivered, and delivered when all were', () => {
    const trail = along(otp, part(2, 5_000), { type: 'queued', at: 5_500 }, part(1, 6_000))
    expect(values(...trail.slice(1))).toEqual([
      { open: 'sent' },
      { open: 'sent' },
      { open: 'delivered' },
    ])
    expect(trail.map(({ context }) => context.deliveredAt)).toEqual([
      undefined,
      undefined,
      undefined,
      6_000,
    ])
    expect(trail.at(-1)?.context.sentAt).toBeUndefined()
  })

  test('fails with one part, and then one delivered part changes nothing', () => {
    const trail = along(otp, { ...part(1, 0), type: 'failed' }, part(2, 1_000))
    expect(values(...trail.slice(1))).toEqual([{ open: 'failed' }, { open: 'failed' }])
  })

  test('of which nobody says how many parts it has is never delivered by them', () => {
    expect(end(otp, { type: 'delivered', at: 0, segment: { index: 1 } }).value).toEqual({
      open: 'sent',
    })
  })
})

describe('when it happened', () => {
  const part = (index: number) => ({ segment: { index, count: 2 } })

  test('a long text was delivered when the last of its parts was, as early as anybody claims of each', () => {
    const first: DeliveryMachineEvent = { type: 'delivered', at: 10, ...part(1) }
    const second: DeliveryMachineEvent = { type: 'delivered', at: 20, occurredAt: 4, ...part(2) }
    expect(end(otp, first).context.deliveredAt).toBeUndefined()
    expect(end(otp, first, second).context.deliveredAt).toBe(10)
    expect(end(otp, first, second, { ...first, at: 30, occurredAt: 2 }).context.deliveredAt).toBe(4)
    expect(end(otp, first, second, { ...first, at: 30, occurredAt: 12 }).context.deliveredAt).toBe(
      10,
    )
  })

  test('parts whose times nobody knows say nothing about it', () => {
    const untimed = (index: number): DeliveryMachineEvent => ({ type: 'delivered', ...part(index) })
    expect(end(otp, untimed(1), untimed(2))).toMatchObject({
      value: { open: 'delivered' },
      context: { deliveredAt: undefined },
    })
    expect(end(otp, untimed(1), { ...untimed(2), at: 5 }).context.deliveredAt).toBe(5)
  })

  test('nothing is known of the window before a claim carries a time, and a schedule moves its start', () => {
    const { context } = end(otp, { type: 'queued', scheduledFor: 1_000 })
    expect(context).toMatchObject({
      scheduledFor: 1_000,
      windowStart: undefined,
      deadline: undefined,
    })
    expect(context).not.toHaveProperty('pendingAt')
    expect(end(otp, { type: 'pending', at: 1 }).context).not.toHaveProperty('pendingAt')
    const moved = end(otp, { type: 'queued', scheduledFor: 1_000 }, { type: 'sent', at: 5 })
    expect(moved.context).toMatchObject({ windowStart: 1_000, deadline: 1_000 + otp.window })
  })
})

describe('why it failed', () => {
  const said = (
    type: 'failed' | 'undelivered',
    reason: 'unknown' | 'network' | 'account',
    at: number,
  ) => ({ type, at, failure: { reason } }) as const

  test.each([
    [
      'a reason goes before unknown',
      said('failed', 'network', 1),
      said('undelivered', 'unknown', 2),
      'network',
    ],
    [
      'the same the other way round',
      said('undelivered', 'unknown', 1),
      said('failed', 'network', 2),
      'network',
    ],
    [
      'the stronger claim goes first',
      said('failed', 'network', 1),
      said('undelivered', 'account', 2),
      'account',
    ],
    [
      'of two alike, what came first stays',
      said('failed', 'network', 1),
      said('failed', 'account', 2),
      'network',
    ],
  ])('%s', (_, one, other, reason) => {
    expect(end(otp, one, other).context.failure).toEqual({ reason })
  })
})

describe('show', () => {
  function shownBy(...events: DeliveryMachineEvent[]): Shown[] {
    const shown: Shown[] = []
    const machine = createDeliveryMachine(otp).provide({
      actions: { show: (_, now) => void shown.push(now) },
    })
    const actor = createActor(machine).start()
    for (const event of events) actor.send(event)
    return shown
  }

  test('runs for each status that the product shows', () => {
    expect(shownBy({ type: 'sent', at: 0 }, { type: 'failed', at: 1 }, deadline)).toEqual([
      { status: 'pending', closed: false, settled: false },
      { status: 'sent', closed: false, settled: false },
      { status: 'failed', closed: false, settled: false },
      { status: 'failed', closed: true, settled: true },
    ])
  })

  test('does not run for repeats, for what is weaker, nor for what comes too late', () => {
    const shown = shownBy(
      { type: 'sent', at: 0 },
      { type: 'sent', at: 1 },
      { type: 'queued', at: 2 },
      deadline,
      {
        type: 'delivered',
        at: 400_000,
      },
    )
    expect(shown.map(({ status }) => status)).toEqual(['pending', 'sent', 'expired'])
  })
})

describe('purity', () => {
  test('the same snapshot and event give the same, and change neither', () => {
    const machine = createDeliveryMachine(otp)
    const before = end(otp, { type: 'delivered', at: 0, segment: { index: 1, count: 2 } })
    const text = JSON.stringify(before)
    const event: DeliveryMachineEvent = Object.freeze({
      type: 'delivered',
      at: 1,
      segment: { index: 2, count: 2 },
    })
    expect(transition(machine, before, event)[0].toJSON()).toEqual(
      transition(machine, before, event)[0].toJSON(),
    )
    expect(JSON.stringify(before)).toBe(text)
  })

  test('the context does not grow with the events', () => {
    const events = Array.from({ length: 500 }, (_, at): DeliveryMachineEvent => ({
      type: 'queued',
      at,
    }))
    expect(JSON.stringify(end(otp, ...events)).length).toBe(
      JSON.stringify(end(otp, ...events.slice(0, 1))).length,
    )
  })
})
