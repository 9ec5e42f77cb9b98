import fc from 'fast-check'
import {
  apply,
  collect,
  collectByMessage,
  merge,
  reduce,
  reduceByMessage,
  stateOf,
  timeline,
  type DeliveryEvent,
  type Evidence,
} from 'sms-delivery-state'
import { naiveIsMixture } from '../naive/index.ts'
import { policy } from './arbitraries.ts'
import { law, Point } from './law.ts'
import { expectMisuse } from './misuse.ts'

/** A test's own numbers, seconds, milliseconds, microseconds, and each border between them. */
const instant = fc.constantFrom(
  -1.7e12,
  0,
  5,
  1e8 - 1,
  1e8,
  1.7e9,
  1e11 - 1,
  1e11,
  1.7e12,
  1e14 - 1,
  1e14,
  1.7e15,
)
const event = fc.record(
  { receivedAt: instant, occurredAt: instant, scheduledFor: instant },
  { requiredKeys: [], noNullPrototype: true },
)
const events = fc.array(
  event.map((times): DeliveryEvent => ({ status: 'sent', messageId: 'm', ...times })),
  { minLength: 1, maxLength: 3 },
)

const mixture = new Point()

law(
  'of the instants of our own clock in one call a mixture of units is found out, and nothing else is',
  fc.property(events, instant, policy, (list, now, flow) => {
    const [last, ...known] = list
    const isMixed = naiveIsMixture(list, now)
    if (isMixed) mixture.reach()
    expectMisuse(isMixed, 'reduce', () => reduce(list, flow, now))
    expectMisuse(isMixed, 'reduceByMessage', () => reduceByMessage(list, flow, now))
    expectMisuse(isMixed, 'timeline', () => timeline(list, flow, now))
    expectMisuse(naiveIsMixture(list), 'collect', () => collect(list))
    expectMisuse(naiveIsMixture(list), 'collectByMessage', () => collectByMessage(list))

    const one = list.map((each) => collect([each]))
    expectMisuse(naiveIsMixture(list), 'merge', () => merge(...one))
    if (last !== undefined && !naiveIsMixture(known))
      expectMisuse(isMixed, 'apply', () =>
        apply(known.length > 0 ? collect(known) : undefined, last, flow, now),
      )
    const stored: Evidence = { ...collect([]), events: one.flatMap((evidence) => evidence.events) }
    expectMisuse(isMixed, 'stateOf', () => stateOf(stored, flow, now))
  }),
  1000,
  { point: mixture, share: 0.2 },
)
