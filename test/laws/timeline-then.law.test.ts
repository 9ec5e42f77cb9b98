import fc from 'fast-check'
import { reduce, timeline, type DeliveryEvent } from 'sms-delivery-state'
import { expect } from 'vitest'
import { readMessage } from '../naive/message.ts'
import { instant, namedMessage, policy } from './arbitraries.ts'
import { law } from './law.ts'

const LONG = 90

law(
  'up to any instant, the timeline is what the product knew and showed then',
  fc.property(namedMessage, policy, instant, (given, flow, then) => {
    const events = given.map(withoutNews)
    const { claims, start = then } = readMessage(events)
    const instantThen = Math.max(then, start)
    const known = claims
      .filter(({ time }) => time === undefined || time <= instantThen)
      .map(({ event }) => event)
    const told = timeline(events, flow, instantThen + LONG).filter(
      ({ at }) => at === undefined || at <= instantThen,
    )
    expect(told.at(-1)?.status).toBe(reduce(known, flow, instantThen).status)
  }),
  2000,
)

/**
 * The same, of one attempt id each, with one n and no schedule: what is read with today's knowledge
 * was then known too.
 */
function withoutNews({
  providerMessageId,
  attemptId = providerMessageId,
  scheduledFor: _,
  segment,
  ...rest
}: DeliveryEvent): DeliveryEvent {
  return {
    ...rest,
    attemptId,
    ...(segment && { segment: { index: Math.min(segment.index, 2), count: 2 } }),
  }
}
