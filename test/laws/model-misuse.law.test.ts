import fc from 'fast-check'
import { collect, reduce, timeline } from 'sms-delivery-state'
import { naiveIsMisuse } from '../naive/index.ts'
import { anyEvents, arrivals, mixed, policy } from './arbitraries.ts'
import { law, Point } from './law.ts'
import { expectMisuse } from './misuse.ts'

const misused = new Point()

law(
  'two messages in one array are found out, in any order, and one message never is',
  fc.property(
    fc.oneof(anyEvents, mixed).chain((events) => fc.tuple(fc.constant(events), arrivals(events))),
    policy,
    fc.constantFrom(
      {},
      undefined,
      { messageId: undefined },
      { messageId: 'm' },
      { messageId: 'n' },
    ),
    ([events, arrived], flow, options) => {
      const expected = naiveIsMisuse(events, options)
      if (expected) misused.reach()
      expectMisuse(expected, 'collect', () => collect(arrived, options))
      expectMisuse(expected, 'reduce', () => reduce(arrived, flow, 0, options))
      expectMisuse(expected, 'timeline', () => timeline(arrived, flow, 0, options))
    },
  ),
  1000,
  { point: misused, share: 0.3 },
)
