import fc from 'fast-check'
import { collect, stateOf, type DeliveryState } from 'sms-delivery-state'
import { expect } from 'vitest'
import { readMessage } from '../naive/message.ts'
import { largest } from '../naive/order.ts'
import { instant, message, policy } from './arbitraries.ts'
import { law, Point } from './law.ts'

const LONG = 90
const toReview = new Point()

law(
  'reviewAt is the very next instant at which waiting changes something, and absent where waiting changes nothing more',
  fc.property(message, policy, instant, (events, flow, at) => {
    const evidence = collect(events)
    const state = stateOf(evidence, flow, at)
    const present = Math.max(
      at,
      largest(readMessage(events).claims.map(({ event }) => event.receivedAt)) ?? at,
    )
    let next: number | undefined
    for (let now = present + 1; now < present + LONG && next === undefined; now++) {
      if (shown(stateOf(evidence, flow, now)) !== shown(state)) next = now
    }
    if (next !== undefined) toReview.reach()
    expect(state.reviewAt).toBe(next)
  }),
  1000,
  { point: toReview, share: 0.1 },
)

const shown = ({ key, settled, slow }: DeliveryState): string =>
  JSON.stringify([key, settled, slow])
