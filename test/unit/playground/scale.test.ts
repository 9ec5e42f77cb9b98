import { otp, type DeliveryEvent } from 'sms-delivery-state'
import { explanation } from 'sms-delivery-state/explain'
import { expect, it } from 'vitest'
import { instantOf, scaleOf, STEPS, valueOf } from '../../../examples/playground/scale.ts'

const scaleFor = (events: readonly DeliveryEvent[]) =>
  scaleOf(explanation(events, otp, 900_000), otp.slowAfter)

const late = scaleFor([
  { status: 'sent', receivedAt: 2_000 },
  { status: 'delivered', receivedAt: 423_000 },
])!

it('stops where something happens, also to the clock alone, and once after all of it', () => {
  expect(late.stops.map(({ at, words }) => [at, ...words])).toEqual([
    [2_000, 'sent', 'start'],
    [32_000, 'slow'],
    [302_000, 'deadline'],
    [423_000, 'delivered'],
    [465_100, 'later'],
  ])
  const quick = scaleFor([{ status: 'delivered', receivedAt: 0 }])
  expect(quick?.stops.flatMap(({ words }) => words)).not.toContain('slow')
})

it('has no stops where nothing carries a time, and few where much does', () => {
  expect(scaleFor([{ status: 'sent' }])).toBeUndefined()
  const many = Array.from({ length: 500 }, (_, i) => ({ status: 'sent', receivedAt: i }) as const)
  expect(scaleFor(many)?.stops.length).toBeLessThan(50)
})

it('is as far from each stop to the next, and goes back and forth', () => {
  late.stops.forEach(({ at }, i) => {
    expect(valueOf(late, at)).toBe(i * STEPS)
    expect(instantOf(late, i * STEPS)).toBe(at)
  })
  expect(instantOf(late, STEPS / 2)).toBe(17_000)
  expect(valueOf(late, 17_000)).toBe(STEPS / 2)
  expect([valueOf(late, -1), valueOf(late, 9e9)]).toEqual([0, 4 * STEPS])
})
