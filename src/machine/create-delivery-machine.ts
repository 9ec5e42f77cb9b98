import { assign, setup } from 'xstate'
import { throwMisuse } from '../event/throw-misuse.ts'
import { STATUSES, type Status } from '../event/status.ts'
import { checkPolicy } from '../policy/check-policy.ts'
import type { Policy } from '../policy/policy.ts'
import { NOTHING_KNOWN, type DeliveryContext } from './delivery-context.ts'
import type { DeliveryMachine, Shown } from './delivery-machine.ts'
import type { DeliveryMachineEvent } from './machine-event.ts'
import { statusFrom, withSegment } from './segments.ts'
import { receive } from './receive.ts'
import { LATE, transitionsFrom, deadlineTransitions } from './transitions.ts'

/**
 * A policy's rules for one attempt as an XState v5 machine: two rooms, a state per status in each.
 *
 *     otp            { open: 'sent' } ── deadline ── { closed: 'expired' } ── delivered ── { closed: 'expired' }
 *                                                      ^^^^^^^^^^^^^^^^^ settled: no way out; the context receives deliveredAt
 *     notification   { open: 'sent' } ── deadline ── { closed: 'unknown' } ── failed ── { closed: { late: 'failed' } } ── delivered
 *                                                      ^^^^^^^^^^^^^^^^^ not terminal        ^^^^^^^^^^^^^^^^^^ so nothing settles but delivered
 *
 * Send it the events of an attempt in the order in which they became known, what has no time first,
 * and the deadline where it falls, after what is known at the same instant: it ends in the state
 * that `reduce` gives. A statechart takes nothing back, so what corrects a conclusion must come
 * before it: a count of segments, a schedule, and that no receipts are expected.
 *
 * Nothing in it reads a clock, so `transition()` and `initialTransition()` are pure. On entry each
 * state runs the action `show`, which does nothing until `machine.provide({ actions: { show } })`;
 * what changes nothing on the screen enters no state. Where a field of an event is wrong,
 * `transition()` throws a `TypeError`; an actor stops with that error. An unknown type is ignored.
 *
 * @throws TypeError for a wrong policy
 * @example
 * ```ts
 * const actor = createActor(createDeliveryMachine(otp)).start()
 * actor.send({ type: 'sent', at: 0 })
 * actor.send({ type: 'deadline', at: 300_000 })
 * console.log(actor.getSnapshot().value, actor.getSnapshot().hasTag('settled')) // → { closed: 'expired' } true
 * ```
 */
export function createDeliveryMachine(policy: Policy): DeliveryMachine {
  const where = 'createDeliveryMachine: '
  checkPolicy(policy, where)
  return setup({
    types: TYPES,
    guards: {
      isWhole: ({ context, event }) =>
        event.type !== 'deadline' &&
        statusFrom(event, withSegment(context.segments, event)) === 'delivered',
      isBlind: ({ context }) => !context.receiptsExpected,
    },
    actions: {
      receive: assign(({ context, event }) => {
        if (event.type !== 'deadline')
          return receive(context, event, policy.window, `${where}event.`)
        if (!Number.isFinite(event.at))
          throwMisuse(where, 'event.at', 'a finite number of ms since the epoch', event.at, REMEDY)
        return {}
      }),
      advance: assign(({ event }) => ({
        since: event.at === undefined ? undefined : event.at + 0,
        by: event.type === 'deadline' ? 'clock' : 'receipt',
      })),
      show: (_, _shown: Shown) => {},
    },
  }).createMachine({
    id: 'delivery',
    description: policy.name,
    context: NOTHING_KNOWN,
    initial: 'open',
    // Whatever does not move the status is kept all the same.
    on: each(STATUSES, () => ({ actions: 'receive' as const })),
    states: {
      open: {
        description: 'The strongest claim wins.',
        initial: 'pending',
        states: each(STATUSES, (status) => ({
          ...appearance(status, false, status === 'delivered'),
          on: { ...transitionsFrom('open', status), deadline: deadlineTransitions(status, policy) },
        })),
      },
      closed: {
        description: 'What is settled stays.',
        initial: policy.silence,
        states: {
          ...each(STATUSES, (status) => {
            const settled = policy.terminal.includes(status)
            return {
              ...appearance(status, true, settled),
              on: settled ? {} : transitionsFrom('closed', status),
            }
          }),
          late: {
            description: 'It came after the deadline, and nothing was settled by then.',
            initial: 'unknown',
            states: each(LATE, (status) => ({
              ...appearance(status, true, false),
              on: transitionsFrom('closed', status),
            })),
          },
        },
      },
    },
  })
}

/** For the compiler alone. */
const TYPES: { context?: DeliveryContext; events?: DeliveryMachineEvent; tags?: 'settled' } = {}

const REMEDY = 'Pass the instant of the deadline.'

const appearance = (status: Status, closed: boolean, settled: boolean) => ({
  entry: { type: 'show' as const, params: { status, closed, settled } satisfies Shown },
  tags: settled ? (['settled'] as const) : [],
})

function each<Key extends string, Value>(keys: readonly Key[], of: (key: Key) => Value) {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>
}
