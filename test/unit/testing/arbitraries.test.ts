import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { otp, parseReceipts, reduce, STATUSES } from 'sms-delivery-state'
import { providers } from 'sms-delivery-state/providers'
import { arbitraries, statusesOf } from 'sms-delivery-state/testing'
import { checkEvent } from '../../../src/event/checked-event.ts'
import { checkPolicy } from '../../../src/policy/check-policy.ts'

const { instant, event, message, policy, receipt, receipts, arrivals } = arbitraries(fc)

describe('the arbitraries', () => {
  it('give lawful events, of every status', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(event, (one) => {
        checkEvent(one, 'test: ')
        expect(Object.values(one)).not.toContain(undefined)
        seen.add(one.status)
      }),
      { numRuns: 500 },
    )
    expect([...seen].sort()).toEqual([...STATUSES].sort())
  })

  it('give messages and policies that reduce takes, and orders that change nothing', () => {
    const arrived = message.chain((events) => fc.tuple(fc.constant(events), arrivals(events)))
    const outcomes = new Set<string>()
    fc.assert(
      fc.property(arrived, policy, instant, ([events, others], flow, now) => {
        checkPolicy(flow, 'test: ')
        expect(new Set(others)).toEqual(new Set(events))
        let state
        try {
          state = reduce(events, flow, now)
        } catch (error) {
          // Two attempts, one of them of nobody's message, is the one thing that no single event
          // can be wrong about.
          expect(String(error)).toMatch(/TypeError: sms-delivery-state: reduce: events must be/)
          return
        }
        outcomes.add(`${state.status} ${state.closed}`)
        expect(reduce(others, flow, now)).toStrictEqual(state)
      }),
      { numRuns: 1_000 },
    )
    for (const status of STATUSES.slice(1)) expect([...outcomes].join()).toContain(status)
    expect([...outcomes].join()).toContain('true')
  })

  it.each(Object.values(providers))('give receipts that $name sends', (provider) => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(receipts(provider), receipt(provider), (raw, one) => {
        const { events, issues } = parseReceipts(provider, [...raw, one])
        expect(issues).toEqual([])
        expect(events).toHaveLength(raw.length + 1)
        expect(reduce(events, otp, 0).strongest).toBeTypeOf('string')
        for (const { status } of events) seen.add(status)
      }),
      { numRuns: 300 },
    )
    expect([...seen].sort()).toEqual(statusesOf(provider).sort())
  })

  it('shrink to the smallest message', () => {
    const property = fc.property(message, (events) =>
      events.every(({ status }) => status !== 'delivered'),
    )
    const { counterexample } = fc.check(property, { seed: 1 })
    expect(counterexample?.[0]).toHaveLength(1)
  })

  it('need fast-check', () => {
    expect(() => arbitraries(undefined as never)).toThrow(
      'sms-delivery-state: arbitraries: fc must be an object, got undefined. Pass fast-check.',
    )
    expect(() => arbitraries({} as never)).toThrow(
      'sms-delivery-state: arbitraries: fc must be fast-check',
    )
  })
})
