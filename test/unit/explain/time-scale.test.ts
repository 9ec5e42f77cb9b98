import { expect, test } from 'vitest'
import { timeScale } from '../../../src/explain/time-scale.ts'

const distances = (places: readonly number[]) =>
  places.slice(1).map((place, i) => Math.round(place - places[i]!))

test('equal instants stand side by side, and a longer wait is drawn longer', () => {
  const { places } = timeScale([0, 0, 1_000, 61_000], 50, 10)
  const [same = 0, second = 0, minute = 0] = distances(places)
  expect(places[0]).toBe(35)
  expect(same).toBe(50)
  expect(second).toBeGreaterThan(same)
  expect(minute).toBeGreaterThan(second)
})

test('a wait that is far longer than it looks has a break, and the others have none', () => {
  const { places, breaks } = timeScale([0, 1_000, 2_000, 3_600_000], 50, 0)
  expect(breaks).toHaveLength(1)
  expect(breaks[0]).toBeGreaterThan(places[2]!)
  expect(breaks[0]).toBeLessThan(places[3]!)
  expect(timeScale([0, 1_000], 50, 0).breaks).toEqual([])
})

test('what has no time, or any number for one, has its place all the same', () => {
  for (const instants of [
    [],
    [5],
    [-Infinity, -Infinity],
    [-Infinity, 0, 1],
    [-Number.MAX_VALUE, Number.MAX_VALUE],
  ]) {
    const { places, end } = timeScale(instants, 50, 0)
    for (const place of [...places, end]) expect(place).toBeTypeOf('number')
    for (const each of distances(places)) expect(each).toBeGreaterThanOrEqual(50)
    expect(Number.isFinite(end)).toBe(true)
  }
})
