import { assign, initialTransition, setup, transition } from 'xstate'
import { STATUSES } from 'sms-delivery-state'

/**
 * The same precedence as a statechart: two rooms, a state per status in each, and a context that
 * keeps when each status was known.
 */
export function machineOf(policy) {
  const known = assign({
    known: ({ context, event }) => ({
      ...context.known,
      [event.type]: Math.min(context.known[event.type] ?? Infinity, event.at),
    }),
  })
  const room = (name) => ({
    initial: 'pending',
    states: Object.fromEntries(
      STATUSES.map((status, rank) => {
        const settled =
          status === 'delivered' || (name === 'closed' && policy.terminal.includes(status))
        const stronger = settled ? [] : STATUSES.slice(rank + 1)
        const afterwards = STATUSES[Math.max(rank, STATUSES.indexOf(policy.silence))]
        return [
          status,
          {
            tags: settled ? ['settled'] : [],
            on: {
              ...Object.fromEntries(stronger.map((target) => [target, { target, actions: known }])),
              ...(name === 'open' && { deadline: { target: `#delivery.closed.${afterwards}` } }),
              '*': { actions: known },
            },
          },
        ]
      }),
    ),
  })
  return setup({}).createMachine({
    id: 'delivery',
    context: { known: {} },
    initial: 'open',
    states: { open: room('open'), closed: room('closed') },
  })
}

export function foldMachine(machine, events) {
  let [snapshot] = initialTransition(machine)
  for (const { status, receivedAt } of events)
    [snapshot] = transition(machine, snapshot, { type: status, at: receivedAt })
  return snapshot
}
