import fc from 'fast-check'
import {
  alert,
  CONFIRMATIONS,
  definePolicy,
  FAILURE_REASONS,
  notification,
  otp,
  SOURCES,
  STATUSES,
  timeline,
  type DeliveryEvent,
} from 'sms-delivery-state'
import { explain } from 'sms-delivery-state/explain'
import { describe, expect, test } from 'vitest'

const day = Date.UTC(2026, 10, 21)
const instant = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, 1, 29_999, 299_999, 300_000, 300_001, 86_400_000).map((ms) => day + ms) },
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)
const text = fc.oneof(
  fc.constantFrom('a', 'b', 'SM00000000000000000000000000000b01'),
  fc.string({ minLength: 1, unit: 'binary' }),
)
const segment = fc.constantFrom({ index: 1 }, { index: 1, count: 2 }, { index: 2, count: 2 }, { index: 3, count: 3 })
const failure = fc.record(
  { reason: fc.constantFrom(...FAILURE_REASONS), code: fc.string({ unit: 'binary' }), permanent: fc.boolean() },
  { requiredKeys: ['reason'] },
)
const event: fc.Arbitrary<DeliveryEvent> = fc.record(
  {
    status: fc.constantFrom(...STATUSES),
    messageId: fc.constant('m'),
    receivedAt: instant,
    occurredAt: instant,
    scheduledFor: instant,
    attemptId: text,
    provider: text,
    providerMessageId: text,
    source: fc.constantFrom(...SOURCES),
    confirmedBy: fc.constantFrom(...CONFIRMATIONS),
    segment,
    failure,
    receiptsExpected: fc.boolean(),
  },
  { requiredKeys: ['status', 'messageId'] },
)
const policy = fc.constantFrom(otp, alert, notification, definePolicy('a\n"long" one', otp, { window: 1e300, maxAttempts: 1 }))
const timeZone = fc.constantFrom('UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Kiritimati')
const HEADING = /^(([-+]?\d{4,}-\d\d-\d\d( \(UTC[-+:\d]+\))?|beyond the calendar|no times)(, \S+)?|no events, \S+)$/

describe('any lawful events', () => {
  test('are told in the same words, whatever their order, and whatever their instants', () =>
    fc.assert(
      fc.property(fc.array(event, { maxLength: 6 }), policy, instant, timeZone, (events, flow, now, zone) => {
        const told = explain(events, flow, now, { timeZone: zone })
        expect(explain([...events].reverse(), flow, now, { timeZone: zone })).toBe(told)
        expect(explain([...events.slice(2), ...events.slice(0, 2)], flow, now, { timeZone: zone })).toBe(told)
      }),
    ))

  test('have a row for each entry of the timeline, and one summary', () =>
    fc.assert(
      fc.property(fc.array(event, { maxLength: 6 }), policy, instant, timeZone, (events, flow, now, zone) => {
        const printed = explain(events, flow, now, { timeZone: zone }).split('\n')
        const end = printed.indexOf('')
        const rows = printed.slice(0, end).filter((line) => !line.startsWith(' ') && !HEADING.test(line))
        expect(rows).toHaveLength(timeline(events, flow, now).length)
        const labels = printed.slice(end + 1).filter((line) => !line.startsWith(' '))
        expect(labels.map((line) => /^\w+: /.exec(line)?.[0]).filter((label) => label !== 'Attempts: ')).toEqual([
          'Shown: ',
          'Why: ',
          'Next: ',
        ])
        expect(printed.filter((line) => line.includes(`, ${zone}`))).toHaveLength(1)
        for (const line of printed) expect(line).toBe(line.trimEnd())
      }),
    ))

  const quiet = fc.constantFrom<DeliveryEvent['status']>('pending', 'accepted', 'queued', 'sent', 'unknown', 'expired')
  test('are never said to have failed where nobody said so, nor to have come to a person', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(quiet, instant), { maxLength: 4 }), policy, instant, (claims, flow, now) => {
        const told = explain(
          claims.map(([status, receivedAt]) => ({ status, receivedAt })),
          flow,
          now,
        )
        expect(told).not.toMatch(/fail|undelivered|\b(received|read|seen)\b/i)
      }),
    ))
})
