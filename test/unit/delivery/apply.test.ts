import {
  alert,
  apply,
  collect,
  notification,
  otp,
  reduce,
  type DeliveryEvent,
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
const verdict = (before: DeliveryEvent[], event: DeliveryEvent, policy: Policy = otp) =>
  apply(collect(before), event, policy, 0).verdict

describe('the verdict', () => {
  const sent = said('sent', 0)

  test('advanced: it changed the status, or is the first that is known', () => {
    expect(apply(undefined, sent, otp, 0).verdict).toBe('advanced')
    expect(verdict([], said('pending', 0))).toBe('advanced')
    expect(verdict([sent], said('delivered', 1))).toBe('advanced')
    expect(verdict([sent], said('delivered', 400_000_000), notification)).toBe('advanced')
  })

  test('stale: the status had moved on', () => {
    expect(verdict([sent], said('queued', 1))).toBe('stale')
    // Proves that the text was sent, where the provider knows no more already.
    expect(
      verdict([said('unknown', 0)], said('delivered', 1, { segment: { index: 1, count: 2 } })),
    ).toBe('stale')
  })

  test('duplicate: the same claim for the same slot, even where its time moves the window', () => {
    expect(verdict([sent], said('sent', 1))).toBe('duplicate')
    expect(verdict([said('sent', 400_000)], sent)).toBe('duplicate')
    expect(verdict([sent], said('sent', 1, { segment: { index: 1 } }))).toBe('partial')
  })

  test('late: stronger than a status that was settled and stays', () => {
    expect(verdict([sent], said('delivered', 300_001))).toBe('late')
    expect(verdict([sent], said('delivered', 300_000))).toBe('advanced')
    expect(verdict([said('failed', 0)], said('delivered', 300_001))).toBe('late')
    expect(verdict([sent], said('queued', 300_001))).toBe('stale')
  })

  test('partial: of one segment, and no new status for the whole', () => {
    expect(verdict([sent], said('delivered', 1, { segment: { index: 1, count: 2 } }))).toBe(
      'partial',
    )
    expect(
      verdict([said('accepted', 0)], said('delivered', 1, { segment: { index: 1, count: 2 } })),
    ).toBe('advanced')
    const one = said('delivered', 1, { segment: { index: 1, count: 2 } })
    expect(verdict([sent, one], said('delivered', 2, { segment: { index: 2, count: 2 } }))).toBe(
      'advanced',
    )
  })

  test('by the state of the attempt that held the provider id before the tie', () => {
    const webhook = said('delivered', 1, { providerMessageId: 'X' })
    const tie = { attemptId: 'A', providerMessageId: 'X' }
    expect(verdict([webhook], said('accepted', 2, tie))).toBe('stale')
    expect(verdict([webhook], said('delivered', 2, tie))).toBe('duplicate')
  })

  test('by the nameless attempt that a named event takes over', () => {
    expect(verdict([sent], said('accepted', 2, { attemptId: 'A' }))).toBe('stale')
  })

  test('of another attempt than the one that is shown', () => {
    const A = said('delivered', 0, { messageId: 'm', attemptId: 'A' })
    const first = apply(
      collect([A]),
      said('accepted', 1, { messageId: 'm', attemptId: 'B' }),
      otp,
      1,
    )
    expect([first.verdict, first.changed, first.state.attemptId]).toEqual(['advanced', false, 'A'])
    expect(
      verdict(
        [said('sent', 0, { messageId: 'm', attemptId: 'A' })],
        said('delivered', 400_000, { messageId: 'm', attemptId: 'B' }),
      ),
    ).toBe('late')
  })
})

describe('before and state', () => {
  test('are taken at one instant, not before the event was received', () => {
    const { before, state, changed } = apply(
      collect([said('sent', 0)]),
      said('delivered', 400_000),
      otp,
      0,
    )
    expect(before).toMatchObject({ status: 'expired', closed: true })
    expect(state).toMatchObject({ status: 'expired', strongest: 'delivered' })
    expect(changed).toBe(false)
  })

  test('of the first event: before it nothing was known', () => {
    const { before, state, changed, evidence } = apply(undefined, said('sent', 5), otp, 0)
    expect(before).toStrictEqual(reduce([], otp, 5))
    expect(state).toStrictEqual(reduce([said('sent', 5)], otp, 5))
    expect(changed).toBe(true)
    expect(evidence).toStrictEqual(collect([said('sent', 5)]))
  })

  test('changed says whether the key did', () => {
    const known = collect([said('delivered', 0)])
    expect(apply(known, said('sent', 1), otp, 1).changed).toBe(false)
    expect(apply(known, said('failed', 1), otp, 1).changed).toBe(false)
    expect(apply(collect([said('sent', 0)]), said('queued', 31_000), alert, 31_000).changed).toBe(
      false,
    )
    expect(apply(collect([said('sent', 0)]), said('failed', 1), alert, 1).changed).toBe(true)
  })
})
