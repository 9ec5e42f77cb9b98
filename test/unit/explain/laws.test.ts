import fc from 'fast-check'
import { timeline, type DeliveryEvent } from 'sms-delivery-state'
import { explain } from 'sms-delivery-state/explain'
import { describe, expect, test } from 'vitest'
import { event, instant, policy, timeZone } from './arbitraries.ts'

const HEADING =
  /^(([-+]?\d{4,}-\d\d-\d\d( \(UTC[-+:\d]+\))?|beyond the calendar|no times)(, \S+)?|no events, \S+)$/

describe('any lawful events', () => {
  test('are told in the same words, whatever their order, and whatever their instants', () =>
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 6 }),
        policy,
        instant,
        timeZone,
        (events, flow, now, zone) => {
          const told = explain(events, flow, now, { timeZone: zone })
          expect(explain([...events].reverse(), flow, now, { timeZone: zone })).toBe(told)
          expect(
            explain([...events.slice(2), ...events.slice(0, 2)], flow, now, { timeZone: zone }),
          ).toBe(told)
        },
      ),
    ))

  test('have a row for each entry of the timeline, and one summary', () =>
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 6 }),
        policy,
        instant,
        timeZone,
        (events, flow, now, zone) => {
          const printed = explain(events, flow, now, { timeZone: zone }).split('\n')
          const end = printed.indexOf('')
          const rows = printed
            .slice(0, end)
            .filter((line) => !line.startsWith(' ') && !HEADING.test(line))
          expect(rows).toHaveLength(timeline(events, flow, now).length)
          const labels = printed.slice(end + 1).filter((line) => !line.startsWith(' '))
          expect(
            labels
              .map((line) => /^\w+: /.exec(line)?.[0])
              .filter((label) => label !== 'Attempts: '),
          ).toEqual(['Shown: ', 'Why: ', 'Next: '])
          expect(printed.filter((line) => line.includes(`, ${zone}`))).toHaveLength(1)
          for (const line of printed) expect(line).toBe(line.trimEnd())
        },
      ),
    ))

  const quiet = fc.constantFrom<DeliveryEvent['status']>(
    'pending',
    'accepted',
    'queued',
    'sent',
    'unknown',
    'expired',
  )
  test('are never said to have failed where nobody said so, nor to have come to a person', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(quiet, instant), { maxLength: 4 }),
        policy,
        instant,
        (claims, flow, now) => {
          const told = explain(
            claims.map(([status, receivedAt]) => ({ status, receivedAt })),
            flow,
            now,
          )
          expect(told).not.toMatch(/fail|undelivered|\b(received|read|seen)\b/i)
        },
      ),
    ))
})
