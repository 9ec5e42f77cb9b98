import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alert, apply, collect, definePolicy, notification, otp, reduce, timeline, collectByMessage, stateOf, reduceByMessage, merge, type DeliveryEvent } from '../../src/index.ts'
import { STATUSES, FAILURE_REASONS, CONFIRMATIONS } from '../../src/index.ts'
import { naiveApplyVerdict, naiveIsMisuse, naiveState, naiveTimeline, naiveByMessage } from '../naive/index.ts'

const D = 300_000
const time = fc.constantFrom(0, 1, 10, 29_999, 30_000, 31_000, D - 1, D, D + 1, D + 10, D + 31_000, 2 * D)
const opt = <T>(a: fc.Arbitrary<T>) => fc.option(a, { nil: undefined, freq: 2 })
const event = fc
  .record(
    {
      status: fc.constantFrom(...STATUSES),
      receivedAt: time,
      occurredAt: time,
      messageId: fc.constant('m'),
      attemptId: fc.constantFrom('a', 'b', 'P'),
      provider: fc.constantFrom('x', 'y'),
      providerMessageId: fc.constantFrom('P', 'Q', 'a'),
      segment: fc.constantFrom<{ index: number; count?: number }>({ index: 1 }, { index: 2 }, { index: 1, count: 2 }, { index: 2, count: 2 }, { index: 1, count: 1 }, {index: 3, count: 3}),
      confirmedBy: fc.constantFrom(...CONFIRMATIONS),
      failure: fc.record({ reason: fc.constantFrom(...FAILURE_REASONS.slice(-3), 'unreachable' as const), code: fc.constantFrom('1', '2'), permanent: fc.boolean() }, { requiredKeys: ['reason'] }),
      scheduledFor: fc.constantFrom(0, 1000, D),
      receiptsExpected: fc.boolean(),
      ref: fc.constantFrom('r1', 'r2'),
    },
    { requiredKeys: ['status'] },
  ) as fc.Arbitrary<DeliveryEvent>
const timed = fc.tuple(event, time).map(([e, receivedAt]) => ({ ...e, receivedAt }))
const events = fc.oneof(fc.array(event, { maxLength: 5 }), fc.array(timed, { maxLength: 6 }))
const short = definePolicy('x', notification, { window: D, slowAfter: 30_000, maxAttempts: 2, advice: { open: 'resend', uncertain: 'resend' } })
const policy = fc.constantFrom(otp, definePolicy('a', alert, { window: D }), short, definePolicy('n', notification, { window: D }))
const runs = { numRuns: Number(process.env.RUNS ?? 3000) }

test('state', () => {
  fc.assert(
    fc.property(events, policy, time, (list, p, now) => {
      if (naiveIsMisuse(list)) {
        expect(() => reduce(list, p, now)).toThrow(TypeError)
        return
      }
      expect(reduce(list, p, now)).toStrictEqual(naiveState(list, p, now))
      const e = collect(list)
      expect(JSON.parse(JSON.stringify(e))).toStrictEqual(e)
      expect(stateOf(e, p, now)).toStrictEqual(naiveState(list, p, now))
      expect(JSON.stringify(collect([...list].reverse()))).toBe(JSON.stringify(e))
      expect(JSON.stringify(merge(...list.map((x) => collect([x])), e))).toBe(JSON.stringify(e))
      expect(timeline(list, p, now)).toStrictEqual(naiveTimeline(list, p, now))
    }),
    runs,
  )
})
test('apply', () => {
  fc.assert(
    fc.property(events, event, policy, time, (list, last, p, now) => {
      if (naiveIsMisuse(list)) return
      const e = collect(list)
      const out = apply(e, last, p, now)
      const at = Math.max(now, last.receivedAt ?? now)
      expect(out.before).toStrictEqual(naiveState(list, p, at))
      expect(out.state).toStrictEqual(naiveState([...list, last], p, at))
      expect(out.verdict).toBe(naiveApplyVerdict(list, last, p, now))
    }),
    runs,
  )
})
test('by message', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(event, fc.constantFrom('m', 'n', undefined)).map(([e, messageId]) => ({ ...e, messageId }))), policy, time, (list, p, now) => {
      if (list.some((e) => !e.messageId && !e.providerMessageId)) {
        expect(() => collectByMessage(list)).toThrow(TypeError)
        return
      }
      const groups = naiveByMessage(list)
      const got = reduceByMessage(list, p, now)
      expect([...got.keys()]).toEqual([...groups.keys()])
      for (const [k, v] of groups) expect(got.get(k)).toStrictEqual(naiveState(v, p, now))
    }),
    runs,
  )
})
