import { describe, expect, it } from 'vitest'
import { notification, otp, reduce, reduceByMessage, type DeliveryEvent } from 'sms-delivery-state'
import { canonical, providers, twilio } from 'sms-delivery-state/providers'
import {
  assertOrderIndependent,
  simulate,
  START,
  type NetworkOptions,
  type NetworkStep,
  type Trouble,
} from 'sms-delivery-state/testing'
import { networkOf } from '../../../src/testing/network/options.ts'
import { Queue } from '../../../src/testing/network/queue.ts'
import { steps, type Pending } from '../../../src/testing/network/simulate.ts'

const all = Object.values(providers)
const small: NetworkOptions = { seed: 1, messages: 300, providers: all }
const one = [...simulate({ ...small, messages: 2_000 })]
const over = one.flatMap((step) => (step.type === 'over' ? [step] : []))

/** A network in which nothing goes wrong, but for what is named. */
const calm = (more: Partial<NetworkOptions> = {}): NetworkOptions => ({
  ...small,
  skew: 0,
  outages: { every: 1, lasts: 0 },
  ...more,
  chances: {
    ...{
      failed: 0,
      undelivered: 0,
      vanished: 0,
      lost: 0,
      duplicated: 0,
      held: 0,
      contradicted: 0,
      resent: 0,
      segmented: 0,
    },
    ...more.chances,
  },
})
const troublesOf = (run: Iterable<NetworkStep>) =>
  new Set(
    [...run].flatMap((step) =>
      step.type === 'over' ? step.truth.attempts.flatMap(({ troubles }) => troubles) : [],
    ),
  )

describe('a simulated network', () => {
  it('is the same for the same seed, and another one for another', () => {
    const text = (seed: number) => JSON.stringify([...simulate({ ...small, seed })])
    expect(text(1)).toBe(text(1))
    expect(text(1)).not.toBe(text(2))
  })

  it('gives a message the same fate however many follow it', () => {
    const truthOf = (messages: number) =>
      [...simulate({ ...small, messages })].find(
        (step) => step.type === 'over' && step.messageId === 'message-7',
      )
    expect(truthOf(10)).toEqual(truthOf(300))
  })

  it('never goes back in time, and ends each message once, after all that is about it', () => {
    const ended = new Set<string>()
    let now = START
    for (const { at, type, messageId } of one) {
      expect(at).toBeGreaterThanOrEqual(now)
      now = at
      expect(ended).not.toContain(messageId)
      if (type === 'over') ended.add(messageId)
    }
    expect(ended.size).toBe(2_000)
  })

  it('sends what a service can read and tie to its message', () => {
    const events: DeliveryEvent[] = []
    for (const step of one) {
      if (step.type === 'event') events.push(step.event)
      if (step.type !== 'receipt') continue
      const { provider, text, receivedAt, messageId, attemptId } = step.receipt
      const parsed = provider.parse(text, { receivedAt, messageId, attemptId })
      expect(parsed.issues).toEqual([])
      expect(receivedAt).toBe(step.at)
      events.push(...parsed.events)
    }
    const states = reduceByMessage(events, notification, START)
    expect([...states.keys()].sort()).toEqual(over.map(({ messageId }) => messageId).sort())
    for (const { messageId, truth } of over)
      expect(states.get(messageId)?.status).toBe(
        reduce(truth.events, notification, states.get(messageId)?.lastReceivedAt ?? 0).status,
      )
  })

  it('holds what is on its way, not all messages', () => {
    const peakOf = (messages: number) => {
      const queue = new Queue<Pending>()
      let peak = 0
      let ended = 0
      for (const { type } of steps(networkOf({ seed: 1, messages, providers: [twilio] }), queue)) {
        peak = Math.max(peak, queue.size)
        if (type === 'over') ended++
      }
      expect(ended).toBe(messages)
      return peak
    }
    expect(peakOf(20_000)).toBeLessThan(2_000)
  })

  it('has every kind of trouble, and each can be had alone', () => {
    const kinds = new Set<Trouble>(['lost', 'duplicated', 'held', 'outage', 'contradicted'])
    for (const kind of kinds) expect(troublesOf(one)).toContain(kind)
    expect(troublesOf(simulate(calm()))).toEqual(new Set())
    for (const kind of ['duplicated', 'held', 'contradicted'] as const) {
      expect(troublesOf(simulate(calm({ chances: { [kind]: 0.5 } })))).toEqual(new Set([kind]))
    }
    expect(troublesOf(simulate(calm({ chances: { lost: 1 } })))).toEqual(
      new Set(['lost', 'silence']),
    )
    expect(troublesOf(simulate(calm({ outages: { every: 600_000, lasts: 300_000 } })))).toEqual(
      new Set(['outage']),
    )
  })

  it('resends, splits long texts, and lets messages fail and vanish', () => {
    const attempts = over.flatMap(({ truth }) => truth.attempts)
    const parts = attempts.flatMap((attempt) => attempt.parts)
    expect(over.some(({ truth }) => truth.attempts.length === 2)).toBe(true)
    expect(new Set(attempts.map((attempt) => attempt.parts.length))).toEqual(new Set([1, 2, 3, 4]))
    expect(new Set(parts.map(({ fate }) => fate))).toEqual(
      new Set(['delivered', 'failed', 'undelivered', 'vanished']),
    )
    const share = parts.filter(({ fate }) => fate === 'delivered').length / parts.length
    expect(share).toBeGreaterThan(0.87)
    expect(share).toBeLessThan(0.93)
  })

  it('lets no receipt arrive while the service is down, and all of them in a burst after that', () => {
    const outages = { every: 600_000, lasts: 300_000 }
    const arrived = [...simulate(calm({ messages: 1_000, outages }))].flatMap((step) =>
      step.type === 'receipt' ? [step.at] : [],
    )
    const gaps = arrived.slice(1).map((at, i) => at - (arrived[i] ?? at))
    expect(gaps.filter((gap) => gap > 250_000).length).toBeGreaterThan(0)
    const after = arrived[gaps.findIndex((gap) => gap > 250_000) + 1] ?? 0
    expect(arrived.filter((at) => at >= after && at < after + 3_000).length).toBeGreaterThan(100)
  })

  it('keeps clocks that are wrong, where a provider tells the time', () => {
    const gapsOf = (skew: number) =>
      [...simulate(calm({ skew, seed: 3, providers: [canonical] }))].flatMap((step) => {
        if (step.type !== 'receipt') return []
        const { occurredAt = NaN, receivedAt = NaN } = step.receipt.event
        return [receivedAt - occurredAt]
      })
    const [right, wrong] = [gapsOf(0), gapsOf(3_600_000)]
    expect(Math.min(...right)).toBeGreaterThanOrEqual(0)
    // The same clock for all of them.
    const ahead = (right[0] ?? 0) - (wrong[0] ?? 0)
    expect(Math.abs(ahead)).toBeGreaterThan(1_000)
    expect(right.map((gap, i) => gap - (wrong[i] ?? 0))).toEqual(right.map(() => ahead))
    const seeds = [1, 2, 3, 4, 5].map((seed) =>
      troublesOf(simulate(calm({ skew: 3_600_000, seed, providers: [canonical] }))),
    )
    expect(seeds.filter((troubles) => troubles.has('clock')).length).toBeGreaterThan(0)
  })

  it('tells no more than was told: who reduces what reached the service never claims a delivery that nobody reported', () => {
    let wrong = 0
    for (const { truth, at } of over) {
      for (const flow of [otp, notification]) {
        const { status, strongest } = reduce(truth.events, flow, at)
        const told = new Set(truth.events.map((event) => event.status))
        if (status === 'delivered') expect(told).toContain('delivered')
        expect(told).toContain(strongest)
        if (status === 'delivered' && truth.deliveredAt === undefined) wrong++
      }
    }
    // Only where the provider itself says so, and it is not true.
    expect(wrong / over.length).toBeLessThan(0.03)
  })

  it('gives the same state whatever order the receipts of a message came in', () => {
    for (const { truth, at } of over.slice(0, 200))
      if (truth.events.length < 6) assertOrderIndependent(truth.events, otp, at)
  })

  it.each<[object, string]>([
    [{ messages: 0 }, 'messages must be a whole number from 1 to'],
    [{ providers: [] }, 'providers must be at least one'],
    [{ seed: 'x' }, 'seed must be a whole number, got "x"'],
    [{ chances: { lots: 1 } }, 'chances: each key must be one of failed,'],
    [{ chances: { lost: 2 } }, 'chances.lost must be a number from 0 to 1, got 2'],
    [
      { chances: { failed: 0.6, vanished: 0.6 } },
      'chances must be 1 at most for failed, undelivered and vanished together',
    ],
    [
      { delays: { report: { p50: 5, p90: 4, p99: 6, max: 7 } } },
      'delays.report must be four numbers of ms from 0, none below the one before, got "5,4,6,7"',
    ],
    [{ outages: { every: 1, lasts: 1 } }, 'outages.lasts must be below outages.every, got 1'],
    [{ speed: 1 }, 'options: each key must be one of seed,'],
  ])('says what is wrong with %j', (wrong, message) => {
    expect(() => simulate({ ...small, ...wrong })).toThrow(TypeError)
    expect(() => simulate({ ...small, ...wrong })).toThrow(
      `sms-delivery-state: simulate: ${message}`,
    )
  })
})

describe('the queue', () => {
  it('gives the earliest first, and of one instant the first to come', () => {
    const queue = new Queue<{ at: number; turn: number }>()
    const items = Array.from({ length: 500 }, (_, turn) => ({ at: (turn * 7919) % 101, turn }))
    for (const item of items) queue.add(item)
    const taken = items.map(() => queue.take())
    expect(taken).toEqual([...items].sort((a, b) => a.at - b.at || a.turn - b.turn))
    expect(queue.take()).toBeUndefined()
    expect(queue.size).toBe(0)
  })
})
