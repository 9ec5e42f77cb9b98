import fc from 'fast-check'
import {
  alert,
  collect,
  definePolicy,
  otp,
  reduce,
  stateOf,
  type DeliveryEvent,
  type Evidence,
  type Policy,
  type PolicyChanges,
} from 'sms-delivery-state'
import { deliveryEvent, evidence, policy, policyFile } from 'sms-delivery-state/schema'
import { describe, expect, test } from 'vitest'
import { event, message, mixed, policy as anyPolicy } from '../../laws/arbitraries.ts'
import type { Path } from '../../../src/testing/mutations.ts'
import { anything, json, nearly, throws } from './nearly.ts'

const EVENT: Path[] = [
  ...[
    'status',
    'receivedAt',
    'occurredAt',
    'messageId',
    'attemptId',
    'provider',
    'providerMessageId',
    'eventId',
    'source',
  ],
  ...[
    'confirmedBy',
    'segment',
    'failure',
    'scheduledFor',
    'receiptsExpected',
    'reference',
    'ref',
    'more',
  ],
  ...[
    'segment.index',
    'segment.count',
    'failure.reason',
    'failure.code',
    'failure.permanent',
    'failure.more',
  ],
].map((path) => path.split('.'))

const CHANGES: Path[] = [
  ...['terminal', 'window', 'silence', 'slowAfter', 'maxAttempts', 'advice', 'more', 'terminal.0'],
  ...['open', 'slow', 'sentBlind', 'delivered', 'uncertain', 'failed', 'more'].map(
    (shown) => `advice.${shown}`,
  ),
  ...['network', 'opted-out', 'unknown', 'more'].map((reason) => `advice.failed.${reason}`),
].map((path) => path.split('.').map((step) => (step === '0' ? 0 : step)))

describe('a schema takes what the library takes, and nothing else', () => {
  test('an event', () => {
    const both = new Set<boolean>()
    fc.assert(
      fc.property(nearly(event, EVENT, anything), (each) => {
        const found = deliveryEvent.safeParse(each)
        expect(found.success).toBe(!throws(() => collect([each as DeliveryEvent])))
        if (found.success)
          expect(collect([found.data])).toStrictEqual(collect([each as DeliveryEvent]))
        both.add(found.success)
      }),
      { numRuns: 3000 },
    )
    expect(both.size).toBe(2)
  })

  test('a policy', () => {
    const both = new Set<boolean>()
    const paths = [...CHANGES, ['name']]
    fc.assert(
      // Whole numbers end at 2⁵³ here.
      fc.property(
        nearly(
          anyPolicy,
          paths,
          anything.filter((value) => value !== 1e21),
        ),
        (each) => {
          const found = policy.safeParse(each)
          expect(found.success).toBe(!throws(() => reduce([], each as Policy, 0)))
          if (found.success)
            expect(reduce([], found.data, 0)).toStrictEqual(reduce([], each as Policy, 0))
          both.add(found.success)
        },
      ),
      { numRuns: 3000 },
    )
    expect(both.size).toBe(2)
  })

  test('the changes that a policy file makes', () => {
    const both = new Set<boolean>()
    const changes = fc.constantFrom<PolicyChanges>(
      {},
      { window: 5 },
      { advice: {} },
      { terminal: ['delivered'], advice: { failed: { network: 'hold' } } },
    )
    // A list is no table here.
    const value = json.filter((each) => !Array.isArray(each) && each !== 1e21)
    fc.assert(
      fc.property(
        nearly(changes, CHANGES, value),
        fc.constantFrom('otp', 'alert'),
        (each, base) => {
          const found = policyFile.safeParse({
            extends: base,
            name: 'mine',
            ...(each as PolicyChanges),
          })
          const define = () =>
            definePolicy('mine', base === 'otp' ? otp : alert, each as PolicyChanges)
          expect(found.success).toBe(!throws(define))
          if (found.success) expect(found.data).toStrictEqual(define())
          both.add(found.success)
        },
      ),
      { numRuns: 3000 },
    )
    expect(both.size).toBe(2)
  })

  test('evidence', () => {
    const both = new Set<boolean>()
    const paths = [['v'], ['events'], ['more'], ...EVENT.map((path) => ['events', 0, ...path])]
    const known = fc.oneof(
      message.map((events) => collect(events)),
      mixed.map((events): Evidence => ({
        v: 2,
        events: events.flatMap((each) => collect([each]).events),
      })),
    )
    fc.assert(
      fc.property(nearly(known, paths, anything), (each) => {
        const found = evidence.safeParse(each)
        expect(found.success).toBe(!throws(() => stateOf(each as Evidence, otp, 0)))
        if (found.success)
          expect(stateOf(found.data, otp, 0)).toStrictEqual(stateOf(each as Evidence, otp, 0))
        both.add(found.success)
      }),
      { numRuns: 3000 },
    )
    expect(both.size).toBe(2)
  })
})
