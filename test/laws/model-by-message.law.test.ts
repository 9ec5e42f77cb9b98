import fc from 'fast-check'
import {
  collectByMessage,
  reduceByMessage,
  stateOf,
  type DeliveryEvent,
  type Policy,
} from 'sms-delivery-state'
import { expect } from 'vitest'
import { naiveByMessage, naiveState } from '../naive/index.ts'
import { arrivals, instant, mixed, policy } from './arbitraries.ts'
import { law, Point } from './law.ts'

const arrived = mixed.chain((events) => fc.tuple(fc.constant(events), arrivals(events)))

law(
  'mixed receipts fall apart into the messages that the model says, whatever their order',
  fc.property(arrived, policy, instant, ([events, inOrder], flow, now) => {
    const expected = [...naiveByMessage(events)].map(([key, own]) => [
      key,
      naiveState(own, flow, now),
    ])
    expect([...reduceByMessage(events, flow, now)]).toStrictEqual(expected)
    expect([...reduceByMessage(inOrder, flow, now)]).toStrictEqual(expected)
    expect(
      [...collectByMessage(inOrder)].map(([key, evidence]) => [key, stateOf(evidence, flow, now)]),
    ).toStrictEqual(expected)
  }),
)

const two = new Point()

law(
  'one log may hold the messages of several flows: each is read by its own',
  fc.property(mixed, policy, policy, instant, (events, code, alert, now) => {
    const flowOf = (key: string, own: readonly DeliveryEvent[]): Policy =>
      key.length % 2 === 0 || own.some(({ status }) => status === 'failed') ? code : alert
    const expected = [...naiveByMessage(events)].map(([key, own]) => [
      key,
      naiveState(own, flowOf(key, own), now),
    ])
    expect([...reduceByMessage(events, flowOf, now)]).toStrictEqual(expected)
    if (new Set([...naiveByMessage(events)].map(([key, own]) => flowOf(key, own))).size === 2)
      two.reach()
  }),
  1000,
  { point: two, share: 0.3 },
)

law(
  'what was stored by its key is read again as the same messages, the key for an id',
  fc.property(mixed, (events) => {
    const groups = [...naiveByMessage(events)]
    const rows = groups.flatMap(([messageId, own]) => own.map((event) => ({ ...event, messageId })))
    expect([...collectByMessage([...rows, ...events]).keys()]).toEqual(groups.map(([key]) => key))
    expect([...collectByMessage(rows).keys()]).toEqual(groups.map(([key]) => key))
  }),
)
