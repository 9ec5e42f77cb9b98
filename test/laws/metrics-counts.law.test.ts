import fc from 'fast-check'
import {
  ratesOf,
  summarize,
  totalOf,
  type Frequencies,
  type Rates,
} from 'sms-delivery-state/metrics'
import { expect } from 'vitest'
import { law } from './law.ts'
import { state } from './metrics.ts'

const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((a, b) => a + b, 0)
const countIn = (frequencies: Frequencies) => frequencies.reduce((a, [, b]) => a + b, 0)

const ratesIn = ({ delivered, deliveredOfReported, reported, silent }: Rates) => [
  delivered,
  deliveredOfReported,
  reported,
  silent,
]

law(
  'counts add up to the number of messages',
  fc.property(
    fc.array(state, { maxLength: 6 }),
    fc.option(fc.integer({ min: -2, max: 60 }), { nil: undefined }),
    (states, now) => {
      const group = totalOf(summarize(states, { now }))
      const {
        messages,
        statuses,
        outcomes,
        untimed,
        deliveredAfter,
        openAfter,
        attempts,
        resent,
        providers,
      } = group
      expect(messages).toBe(states.length)
      expect(sum(statuses)).toBe(messages)
      expect(sum(outcomes)).toBe(messages)
      expect(sum(untimed) + countIn(deliveredAfter) + countIn(openAfter)).toBe(messages)
      expect(countIn(attempts)).toBe(messages)
      expect(sum(resent)).toBe(states.filter((each) => each.attempts.length > 1).length)
      expect(providers.reduce((all, each) => all + each.attempts, 0)).toBe(
        states.flatMap((each) => each.attempts).length,
      )
    },
  ),
)

law(
  'each stage is part of the one before it, and what is delivered was reported',
  fc.property(fc.array(state, { maxLength: 6 }), (states) => {
    const group = totalOf(summarize(states))
    const { messages, reached, outcomes, reported, reasons, late, providers } = group
    expect(reached.answered).toBeLessThanOrEqual(messages)
    expect(reached.handedOn).toBeLessThanOrEqual(reached.answered)
    expect(reached.delivered).toBeLessThanOrEqual(reached.handedOn)
    expect(reached.delivered).toBe(outcomes.delivered)
    expect(outcomes.delivered).toBeLessThanOrEqual(reported)
    expect(late.shown).toBeLessThanOrEqual(outcomes.delivered)
    expect(sum(reasons)).toBeGreaterThanOrEqual(outcomes.failed)
    for (const provider of providers) {
      expect(provider.reported).toBeLessThanOrEqual(provider.attempts)
      expect(sum(provider.delivered)).toBeLessThanOrEqual(provider.reported)
    }
  }),
  300,
)

law(
  'every rate lies within its interval, from 0 to 1',
  fc.property(fc.array(state, { maxLength: 6 }), (states) => {
    for (const { share, low, high } of ratesIn(ratesOf(totalOf(summarize(states))))) {
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      expect(low).toBeLessThanOrEqual(share ?? low)
      expect(high).toBeGreaterThanOrEqual(share ?? high)
    }
  }),
  300,
)
