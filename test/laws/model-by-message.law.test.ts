import fc from 'fast-check'
import { collectByMessage, reduceByMessage, stateOf } from 'sms-delivery-state'
import { expect } from 'vitest'
import { naiveByMessage, naiveState } from '../naive/index.ts'
import { arrivals, instant, mixed, policy } from './arbitraries.ts'
import { law } from './law.ts'

law(
  'mixed receipts fall apart into the messages that the model says, whatever their order',
  fc.property(
    mixed.chain((events) => fc.tuple(fc.constant(events), arrivals(events))),
    policy,
    instant,
    ([events, arrived], flow, now) => {
      const expected = [...naiveByMessage(events)].map(([key, own]) => [key, naiveState(own, flow, now)])
      expect([...reduceByMessage(events, flow, now)]).toStrictEqual(expected)
      expect([...reduceByMessage(arrived, flow, now)]).toStrictEqual(expected)
      expect([...collectByMessage(arrived)].map(([key, evidence]) => [key, stateOf(evidence, flow, now)])).toStrictEqual(expected)
    },
  ),
)
