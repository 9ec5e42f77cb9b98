import fc from 'fast-check'
import { reduce, type DeliveryEvent, type DeliveryState, type Status } from 'sms-delivery-state'
import { expect } from 'vitest'
import { draws, instant, namedMessage, policy } from './arbitraries.ts'
import { attemptsById } from './attempts.ts'
import { law } from './law.ts'

law(
  'the strongest claim never depends on time, nor on the flow',
  fc.property(
    namedMessage.chain((events) => fc.tuple(fc.constant(events), draws(events), draws(events))),
    fc.tuple(policy, policy),
    fc.tuple(instant, instant),
    ([events, received, occurred], [flow, otherFlow], [now, otherNow]) => {
      const otherTimes = events.map((event, i): DeliveryEvent => {
        const [receivedAt, occurredAt] = [received[i], occurred[i]]
        return {
          ...event,
          receivedAt: receivedAt === 0 ? undefined : receivedAt,
          occurredAt: occurredAt === 0 ? undefined : occurredAt,
        }
      })
      expect(strongest(reduce(otherTimes, otherFlow, otherNow))).toStrictEqual(
        strongest(reduce(events, flow, now)),
      )
    },
  ),
)

const strongest = (state: DeliveryState): Map<string, Status> =>
  new Map([...attemptsById(state)].sort().map(([id, attempt]) => [id, attempt.strongest]))
