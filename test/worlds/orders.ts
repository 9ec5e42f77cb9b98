import {
  apply,
  collect,
  reduce,
  timeline,
  type DeliveryEvent,
  type Evidence,
  type Policy,
} from 'sms-delivery-state'
import { describe, expect, test } from 'vitest'
import { naiveState, naiveTimeline } from '../naive/index.ts'
import { same } from './same.ts'

/** `npm run prove` knows three more events. */
const PROVE = process.env['PROVE'] !== undefined

/**
 * Seven events (in `prove` ten) of two attempts (three) that between them have ties, segments,
 * silence, a schedule, reasons and a `read`.
 */
export function eventsAround({ window }: Policy): DeliveryEvent[] {
  const A = { messageId: 'm', attemptId: 'A' }
  const B = { messageId: 'm', attemptId: 'B' }
  const X = { messageId: 'm', providerMessageId: 'X' }
  const events: DeliveryEvent[] = [
    { status: 'accepted', receivedAt: 0, ...A, ...X, provider: 'p' },
    { status: 'sent', receivedAt: window - 1, occurredAt: 2, ...X, receiptsExpected: false },
    {
      status: 'delivered',
      receivedAt: window,
      ...A,
      segment: { index: 1, count: 2 },
      confirmedBy: 'carrier',
      read: true,
    },
    { status: 'delivered', receivedAt: window + 1, ...X, segment: { index: 2 } },
    {
      status: 'queued',
      receivedAt: 3,
      ...B,
      ...X,
      segment: { index: 1 },
      scheduledFor: 4,
      failure: { reason: 'unknown' },
    },
    {
      status: 'unknown',
      receivedAt: window,
      messageId: 'm',
      failure: { reason: 'network', code: '1' },
    },
    { status: 'delivered', ...B, occurredAt: 5 },
  ]
  const more: DeliveryEvent[] = [
    { status: 'failed', receivedAt: window - 1, ...A, failure: { reason: 'network', code: '7' } },
    {
      status: 'undelivered',
      receivedAt: window + 1,
      ...B,
      failure: { reason: 'unknown' },
      ref: 'r',
    },
    { status: 'expired', receivedAt: window + 2, messageId: 'm', providerMessageId: 'Y' },
  ]
  return PROVE ? [...events, ...more] : events
}

/** What any arrival of the same events must lead to. */
interface World {
  readonly evidence: string
  readonly states: readonly unknown[]
  readonly timelines: readonly unknown[]
}

/**
 * Every order of every choice of up to 5 events, repeats too: handed in at once, and one by one.
 */
export function walkOrders(policy: Policy): void {
  const events = eventsAround(policy)
  const nows = [0, 3 * policy.window]
  const worlds = new Map<string, World>()

  /** The naive reading of a choice, once for all its orders. */
  function worldOf(arrived: readonly number[]): World {
    const sorted = [...arrived].sort((a, b) => a - b)
    const key = sorted.join()
    const known = worlds.get(key)
    if (known !== undefined) return known
    const list = sorted.map((i) => events[i]!)
    const world = {
      evidence: JSON.stringify(collect(list)),
      states: nows.map((now) => naiveState(list, policy, now)),
      timelines: nows.map((now) => naiveTimeline(list, policy, now)),
    }
    worlds.set(key, world)
    return world
  }

  function check(arrived: readonly number[], evidence: Evidence | undefined): void {
    const list = arrived.map((i) => events[i]!)
    const world = worldOf(arrived)
    if (evidence !== undefined) agree(JSON.stringify(evidence), world.evidence, arrived)
    agree(JSON.stringify(collect(list)), world.evidence, arrived)
    for (const [i, now] of nows.entries()) {
      agree(reduce(list, policy, now), world.states[i], arrived)
      agree(timeline(list, policy, now), world.timelines[i], arrived)
    }
  }

  /** Depth first, so that what `apply` gave for an order serves all that begin with it. */
  function walk(arrived: number[], evidence: Evidence | undefined): number {
    check(arrived, evidence)
    let orders = 1
    if (arrived.length === 5) return orders
    for (let i = 0; i < events.length; i++) {
      orders += walk([...arrived, i], apply(evidence, events[i]!, policy, 0).evidence)
    }
    return orders
  }

  describe(`${policy.name}: any order of up to 5 events, repeats too`, () => {
    test(
      'leads to one evidence, one timeline, and the state that the model says',
      { timeout: 1_800_000 },
      () => {
        expect(walk([], undefined)).toBe(PROVE ? 111_111 : 19_608)
        expect(worlds.size).toBe(PROVE ? 3_003 : 792)
      },
    )
  })
}

function agree(got: unknown, expected: unknown, arrived: readonly number[]): void {
  if (!same(got, expected)) expect(got, `in the order ${arrived.join()}`).toStrictEqual(expected)
}
