import { alert, definePolicy, otp, type DeliveryEvent } from 'sms-delivery-state'
import { describe, expect, test } from 'vitest'
import { printed } from './printed.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const of = (attemptId: string) => ({ messageId: 'm', attemptId })
const sent: DeliveryEvent = { status: 'sent', receivedAt: 0 }
const part = (index: number, receivedAt: number): DeliveryEvent => ({
  status: 'delivered',
  receivedAt,
  segment: { index, count: 2 },
})

describe('a delivery that is claimed, but not shown', () => {
  test('does not leave it said that no report came, also where silence means unknown', () => {
    const terminal = ['unknown', 'failed', 'undelivered', 'delivered'] as const
    const patient = definePolicy('q', otp, { silence: 'unknown', terminal })
    const { shown, why } = printed(
      [sent, { status: 'delivered', receivedAt: 6 * MINUTE }],
      patient,
      10 * MINUTE,
    )
    expect(shown).toContain('It is not certain what became of it; it may have arrived.')
    expect(why).toContain(
      'The delivered receipt came 1 min after the deadline: too late to change it, kept as evidence.',
    )
  })

  test('is said to be of its attempt, and what may still count of the other one', () => {
    const events: DeliveryEvent[] = [
      { ...of('1'), status: 'undelivered', receivedAt: 0 },
      { ...of('2'), status: 'sent', receivedAt: MINUTE },
      { ...of('1'), status: 'delivered', receivedAt: 5 * HOUR },
    ]
    const { shown, why } = printed(events, alert, 6 * HOUR)
    expect(shown).toContain('It is not certain what became of it; it may have arrived.')
    expect(why).toBe(
      [
        'Attempt 2: no final status by the deadline, 4 h after the start.',
        'A delivery report for attempt 2 would still count.',
        'The delivered receipt of attempt 1 came 1 h after the deadline: too late to change it, kept as evidence.',
        'Receipts contradict each other; a delivery report outweighs the others, unless it came too late.',
      ].join(' '),
    )
  })

  test('of a part is told beside an expired text', () => {
    const { shown, why } = printed([sent, part(1, SECOND)], otp, 20 * MINUTE)
    expect(shown).toContain('Delivery was not confirmed in time; it may have arrived all the same.')
    expect(why).toBe(
      'No final status by the deadline, 5 min after the start. Delivery was reported for a part of it.',
    )
  })

  test('of a part is told also where the other part came too late', () => {
    expect(printed([sent, part(1, SECOND), part(2, 10 * MINUTE)], otp, 20 * MINUTE).why).toBe(
      [
        'No final status by the deadline, 5 min after the start.',
        'The delivered receipt for part 2 came 5 min after the deadline: too late to change it, kept as evidence.',
        'Delivery was reported for a part of it.',
      ].join(' '),
    )
  })

  test('of a part is news, though the whole stays as it was', () => {
    const { rows } = printed([{ status: 'unknown', receivedAt: 0 }, part(1, SECOND)], otp, MINUTE)
    expect(rows[1]).toContain('part 1 of 2: delivery was reported, 1 of 2 parts so far')
  })
})

test.each<[string, DeliveryEvent, typeof otp]>([
  ['expired', { status: 'expired', receivedAt: 10 * MINUTE }, otp],
  ['unknown', { status: 'unknown', receivedAt: 5 * HOUR }, alert],
])(
  'a late receipt of %s says what the clock said, and is not called weaker',
  (_, event, policy) => {
    const { rows } = printed([sent, event], policy, 6 * HOUR)
    expect(rows[2]).toContain('stale')
    expect(rows[2]).toContain('the status stays as it was')
  },
)

test('a code that the user typed has arrived: then nothing is said to be unproved', () => {
  const typed: DeliveryEvent = {
    status: 'delivered',
    receivedAt: MINUTE,
    source: 'user',
    confirmedBy: 'user',
  }
  expect(printed([sent, typed], otp, 2 * MINUTE).shown).toContain(
    'It arrived, as the user’s own action proves.',
  )
  // Both attempts are of one text.
  const resent = [
    { ...of('1'), status: 'delivered', receivedAt: SECOND } as const,
    { ...of('2'), ...typed },
  ]
  expect(printed(resent, otp, 2 * MINUTE).shown).toContain(
    'It arrived, as the user’s own action proves.',
  )
  expect(printed([{ ...typed, confirmedBy: 'handset' }], otp, 2 * MINUTE).shown).toContain(
    'that does not prove',
  )
})

test('what the message will show at the deadline is what is said of it: another attempt’s failure, not silence', () => {
  const events: DeliveryEvent[] = [
    { ...of('1'), status: 'sent', receivedAt: 0 },
    { ...of('2'), status: 'failed', receivedAt: MINUTE },
  ]
  expect(printed(events, otp, 2 * MINUTE).why).toContain(
    'The window ends at 00:05:00; if nothing else comes, it is then shown as failed.',
  )
})

test('of a deadline that is too far for a number nothing is said', () => {
  const endless = definePolicy('endless', otp, { window: Number.MAX_VALUE })
  expect(printed([{ ...sent, receivedAt: Number.MAX_VALUE }], endless, 0).why).not.toContain(
    'The window ends',
  )
})

test('a text of one part has no parts to count, and one part too many completes nothing', () => {
  const only = { status: 'delivered', receivedAt: 0, segment: { index: 1, count: 1 } } as const
  expect(printed([only], otp, MINUTE).rows[0]).toMatch(/part 1 of 1: delivery was reported$/)
  const third: DeliveryEvent = {
    status: 'delivered',
    receivedAt: 2 * SECOND,
    segment: { index: 3 },
  }
  expect(printed([part(1, SECOND), third], otp, MINUTE).rows[1]).toMatch(
    /delivery was reported, 1 of 2 parts so far$/,
  )
})

test('what came too late is not too late any more where receipts turn out not to be expected', () => {
  const events: DeliveryEvent[] = [
    sent,
    { status: 'delivered', receivedAt: 6 * MINUTE },
    { status: 'pending', receivedAt: 7 * MINUTE, receiptsExpected: false },
  ]
  const { rows, shown, why } = printed(events, otp, 8 * MINUTE)
  expect(rows[2]).toContain('late')
  expect(shown).toContain('delivered since 00:06:00')
  expect(why).toBe('Reported 6 min after the start.')
})
