import { apply, collect, merge, reduce, stateOf, timeline, type Evidence } from 'sms-delivery-state'
import { runCases } from './run.ts'

runCases('the reducer', {
  state: reduce,
  timeline,
  verdict: (known, last, policy, now) =>
    apply(known.length > 0 ? collect(known) : undefined, last, policy, now).verdict,
})

runCases('evidence from a database', {
  state: (events, policy, now) =>
    stateOf(JSON.parse(JSON.stringify(collect(events))) as Evidence, policy, now),
})

runCases('evidence of one event each, merged', {
  state: (events, policy, now) =>
    stateOf(merge(...events.map((event) => collect([event]))), policy, now),
})
