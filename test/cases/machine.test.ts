import { reduce, type DeliveryEvent } from 'sms-delivery-state'
import { createDeliveryMachine, statusOf } from 'sms-delivery-state/machine'
import { inOrder, run, sent } from '../laws/machine.ts'
import { runCases } from './run.ts'

/** The statechart is of one attempt, and its deadline is sent to it. */
const isOfOneAttempt = (events: readonly DeliveryEvent[]) =>
  events.length > 0 &&
  events.every(({ attemptId, providerMessageId }) => (attemptId ?? providerMessageId) === undefined)

runCases(
  'the statechart',
  {
    state: (events, policy, now) => {
      const snapshot = run(
        createDeliveryMachine(policy),
        sent(inOrder(events), reduce(events, policy, now)),
      )
      return {
        status: statusOf(snapshot),
        settled: snapshot.hasTag('settled'),
        closed: snapshot.matches('closed'),
      }
    },
  },
  { fields: ['status', 'settled', 'closed'], takes: ({ events }) => isOfOneAttempt(events) },
)
