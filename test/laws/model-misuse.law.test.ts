import fc from 'fast-check'
import { collect, reduce, timeline } from 'sms-delivery-state'
import { expect } from 'vitest'
import { naiveIsMisuse } from '../naive/index.ts'
import { anyEvents, arrivals, mixed, policy } from './arbitraries.ts'
import { law } from './law.ts'

law(
  'two messages in one array are found out, in any order, and one message never is',
  fc.property(
    fc.oneof(anyEvents, mixed).chain((events) => fc.tuple(fc.constant(events), arrivals(events))),
    policy,
    ([events, arrived], flow) => {
      const expected = naiveIsMisuse(events)
      expect(throws(() => collect(arrived))).toBe(expected)
      expect(throws(() => reduce(arrived, flow, 0))).toBe(expected)
      expect(throws(() => timeline(arrived, flow, 0))).toBe(expected)
    },
  ),
)

function throws(call: () => unknown): boolean {
  try {
    call()
    return false
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError)
    return true
  }
}
