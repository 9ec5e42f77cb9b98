import fc from 'fast-check'
import { reduce, type DeliveryEvent } from 'sms-delivery-state'
import { expect } from 'vitest'
import { naiveState } from '../naive/index.ts'
import { withoutUndefined } from '../naive/order.ts'
import { arrivals, instant, policy } from './arbitraries.ts'
import { law, Point } from './law.ts'

const part = fc.constantFrom({ index: 1, count: 2 }, { index: 2, count: 2 }, { index: 3 })
const status = fc.constantFrom('accepted' as const, 'sent', 'failed', 'delivered')
const providerMessageId = fc.constantFrom('X', 'X', 'Y')

/** The service's own events tie an id to a part, and now and then to two. */
const tie = fc.record({
  messageId: fc.constant('m'),
  status,
  receivedAt: instant,
  attemptId: fc.constantFrom('A', 'A', 'B'),
  providerMessageId,
  segment: part,
})

/** Webhooks know the provider's id alone, and some name a part. */
const webhook = fc
  .record({
    messageId: fc.constant('m'),
    status,
    receivedAt: instant,
    providerMessageId,
    segment: fc.option(part, { nil: undefined, freq: 1 }),
  })
  .map((fields): DeliveryEvent => withoutUndefined(fields))

const texts: fc.Arbitrary<DeliveryEvent[]> = fc
  .tuple(
    fc.array(tie, { minLength: 2, maxLength: 4 }),
    fc.array(webhook, { minLength: 1, maxLength: 4 }),
  )
  .map((lists) => lists.flat())

/** How many segments the ties of an id name. */
function segmentsTiedTo(id: string, events: readonly DeliveryEvent[]): number {
  const ties = events.filter(
    (event) => event.attemptId !== undefined && event.providerMessageId === id,
  )
  return new Set(ties.flatMap(({ segment }) => (segment ? [segment.index] : []))).size
}

const isInDoubt = (events: readonly DeliveryEvent[]): boolean =>
  events.some(
    ({ segment, providerMessageId }) =>
      segment === undefined &&
      providerMessageId !== undefined &&
      segmentsTiedTo(providerMessageId, events) > 1,
  )

const point = new Point()

law(
  'a receipt whose id is tied to two parts speaks for the whole text, whatever came first',
  fc.property(
    texts.chain((events) => fc.tuple(fc.constant(events), arrivals(events))),
    policy,
    instant,
    ([events, arrived], flow, now) => {
      if (isInDoubt(events)) point.reach()
      const state = reduce(arrived, flow, now)
      expect(state).toStrictEqual(naiveState(events, flow, now))
      expect(state).toStrictEqual(naiveState(arrived, flow, now))
    },
  ),
  3000,
  { point, share: 0.3 },
)
