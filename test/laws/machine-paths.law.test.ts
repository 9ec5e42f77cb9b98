import {
  alert,
  notification,
  otp,
  reduce,
  STATUSES,
  type DeliveryEvent,
  type Policy,
} from 'sms-delivery-state'
import { createDeliveryMachine, statusOf, type DeliverySnapshot } from 'sms-delivery-state/machine'
import { expect, test } from 'vitest'
import { getSimplePaths } from 'xstate/graph'
import { run, sent } from './machine.ts'

const CLAIMS = [
  ...STATUSES.map((type) => ({ type, at: 0 })),
  { type: 'delivered' as const, at: 0, segment: { index: 1, count: 2 } },
]

const inRoom = ({ value }: DeliverySnapshot) =>
  'open' in value
    ? [
        ...CLAIMS,
        { type: 'sent' as const, at: 0, receiptsExpected: false },
        { type: 'deadline' as const, at: 0 },
      ]
    : CLAIMS

test.each([otp, alert, notification])(
  '$name: on every path through the statechart, the reducer goes along',
  (policy) => {
    const machine = createDeliveryMachine(policy)
    const paths = getSimplePaths(machine, {
      events: inRoom,
      serializeState: ({ value, context }) => JSON.stringify([value, context.receiptsExpected]),
    })
    const ends = new Set(
      paths.map(({ steps }) => {
        const events = received(
          steps.map(({ event }) => event),
          policy,
        )
        const closed = steps.some(({ event }) => event.type === 'deadline')
        const state = reduce(events, policy, closed ? policy.window : 0)
        const end = run(machine, sent(events, state))
        expect(state.closed).toBe(closed)
        expect([statusOf(end), end.hasTag('settled')], JSON.stringify(events)).toEqual([
          state.status,
          state.settled,
        ])
        return JSON.stringify(end.value)
      }),
    )
    expect(ends).toEqual(new Set(paths.map(({ state }) => JSON.stringify(state.value))))
    expect(paths.length).toBeGreaterThan(2_000)
  },
  600_000,
)

/** The events of a path, a millisecond apart, after the service's own that starts the window. */
function received(path: readonly { readonly type: string }[], { window }: Policy): DeliveryEvent[] {
  const deadline = path.findIndex(({ type }) => type === 'deadline')
  const claims = path.flatMap((event, i): DeliveryEvent[] => {
    const status = STATUSES.find((each) => each === event.type)
    return status
      ? [{ ...event, status, receivedAt: deadline >= 0 && i > deadline ? window + i : i }]
      : []
  })
  return [{ status: 'pending', receivedAt: 0 }, ...claims]
}
