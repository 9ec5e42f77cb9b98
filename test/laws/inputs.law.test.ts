import fc from 'fast-check'
import {
  apply,
  collect,
  collectByMessage,
  definePolicy,
  merge,
  reduce,
  reduceByMessage,
  stateOf,
  timeline,
  type DeliveryEvent,
  type Evidence,
  type Policy,
} from 'sms-delivery-state'
import { expect } from 'vitest'
import { instant, message, policy } from './arbitraries.ts'
import { law } from './law.ts'

law(
  'nothing that is handed in is ever changed',
  fc.property(message, policy, instant, (given, flow, now) => {
    const events = deepFrozen(given.map((event) => ({ ...event, messageId: 'm' })))
    const policyOfMine = deepFrozen(copy(flow))
    const evidence = deepFrozen(copy(collect(events)))
    const text = JSON.stringify([events, policyOfMine, evidence])
    everything(events, policyOfMine, evidence, now)
    expect(JSON.stringify([events, policyOfMine, evidence])).toBe(text)
  }),
)

/** Frozen objects throw where a module tries to change them. */
function everything(
  events: readonly DeliveryEvent[],
  flow: Policy,
  evidence: Evidence,
  now: number,
): void {
  definePolicy('mine', flow, { advice: { failed: { network: 'stop' } } })
  collectByMessage(events)
  merge(evidence, collect(events), evidence)
  stateOf(evidence, flow, now)
  reduce(events, flow, now)
  reduceByMessage(events, flow, now)
  timeline(events, flow, now)
  for (const event of events) deepFrozen(apply(evidence, event, flow, now))
}

const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

function deepFrozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) deepFrozen(inner)
    Object.freeze(value)
  }
  return value
}
