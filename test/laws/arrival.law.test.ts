import fc from 'fast-check'
import { reduce, type DeliveryEvent, type DeliveryState } from 'sms-delivery-state'
import { expect } from 'vitest'
import { largest, smallest } from '../naive/order.ts'
import { draws, instant, namedMessage, policy } from './arbitraries.ts'
import { attemptsById } from './attempts.ts'
import { law, Point } from './law.ts'

const moved = new Point()

law(
  'inside the window it does not matter when a receipt arrived, nor does it after the window: only whether it was in time',
  fc.property(
    namedMessage.chain((events) => fc.tuple(fc.constant(events), draws(events))),
    policy,
    instant,
    ([events, times], flow, now) => {
      const { deadline, closed } = reduce(events, flow, now)
      const first = smallest(events.map((event) => event.receivedAt))
      fc.pre(first !== undefined && deadline !== undefined)
      const starts = events.findIndex((event) => event.receivedAt === first)
      const lastInTime = closed ? deadline : deadline - 1

      const others = events.map((event, i): DeliveryEvent => {
        const { receivedAt } = event
        if (receivedAt === undefined || i === starts) return event
        const draw = times[i] ?? 0
        return {
          ...event,
          receivedAt:
            receivedAt <= deadline
              ? first + (draw % (lastInTime - first + 1))
              : deadline + 1 + draw,
        }
      })
      if (others.some(({ receivedAt }, i) => receivedAt !== events[i]?.receivedAt)) moved.reach()
      const at =
        largest([
          now,
          ...events.map((event) => event.receivedAt),
          ...others.map((event) => event.receivedAt),
        ]) ?? now
      expect(statuses(reduce(others, flow, at))).toStrictEqual(statuses(reduce(events, flow, at)))
    },
  ),
  2000,
  { point: moved, share: 0.5 },
)

const statuses = (state: DeliveryState) =>
  new Map(
    [...attemptsById(state)].map(([id, { status, settled, strongest }]) => [
      id,
      { status, settled, strongest },
    ]),
  )
