import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  collect,
  definePolicy,
  merge,
  notification,
  otp,
  reduce,
  stateOf,
  timeline,
  type DeliveryEvent,
  type Evidence,
  type Policy,
} from 'sms-delivery-state'
import {
  deliveryCurve,
  ratesOf,
  summarize,
  toPrometheus,
  totalOf,
} from 'sms-delivery-state/metrics'
import {
  deliveryEvent,
  deliveryState,
  evidence,
  policy,
  policyFile,
  timelineEntry,
} from 'sms-delivery-state/schema'
import { arbitraries, START } from 'sms-delivery-state/testing'
import type { Json } from './mutate.ts'
import { checkPrototypes, copyOf, type Target } from './target.ts'

const NOW = START + 60_000
const SAMPLES = { seed: 1, numRuns: 40 }

const known = arbitraries(fc)
const sample = <Value>(of: unknown): Value[] => fc.sample(of as fc.Arbitrary<Value>, SAMPLES)
const messages = () => sample<DeliveryEvent[]>(known.message)
const policies = () => sample<Policy>(known.policy)

/** What a schema takes the core takes, and the other way round; and what the core gives it takes. */
export const schemaTargets: readonly Target[] = [
  {
    name: 'schema/event',
    seeds: () => asJson(sample(known.event)),
    check: ofCopy((input) => {
      const found = deliveryEvent.safeParse(input)
      const known = taken(found.success, () => collect([input as unknown as DeliveryEvent]))
      if (!found.success) return
      assert.deepEqual(collect([found.data]), known)
      // Without fields that are none of ours.
      checkGiven([found.data])
    }),
  },
  {
    name: 'schema/evidence',
    seeds: () => asJson(messages().map((events) => collect(events))),
    check: ofCopy((input) => {
      const found = evidence.safeParse(input)
      const known = taken(found.success, () => merge(input as unknown as Evidence))
      if (!found.success) return
      assert.deepEqual(merge(found.data), known)
      const now = nowOf(found.data.events)
      // Where attempts name no message, only who keeps the evidence knows that they are of one.
      const messageId = found.data.events.find((event) => event.messageId)?.messageId
      const state = reduce(found.data.events, otp, now, { messageId: messageId ?? 'm' })
      assert.deepEqual({ messageId, ...stateOf(found.data, otp, now) }, { ...state, messageId })
    }),
  },
  {
    name: 'schema/policy',
    seeds: () => asJson(policies()),
    check: ofCopy((input) => {
      const found = policy.safeParse(input)
      const state = taken(found.success, () => reduce([], input as unknown as Policy, NOW))
      if (found.success) assert.deepEqual(reduce([], found.data, NOW), state)
    }),
  },
  {
    name: 'schema/policy-file',
    seeds: () => [
      ...asJson(policies()),
      ...[
        { extends: 'otp', name: 'mine', window: 600_000 },
        { extends: 'alert', name: 'mine' },
      ],
      {
        extends: 'notification',
        name: 'mine',
        advice: { open: 'poll', failed: { network: 'hold' } },
      },
    ],
    check: ofCopy((input) => {
      const found = policyFile.safeParse(input)
      if (!found.success) return
      assert.deepEqual(definePolicy(found.data.name, found.data, {}), found.data)
      deliveryState.parse(reduce([], found.data, NOW))
    }),
  },
  {
    name: 'schema/state',
    seeds: () => asJson(messages().map((events) => reduce(events, notification, NOW))),
    check: ofCopy((input) => {
      const found = deliveryState.safeParse(input)
      if (!found.success) return
      const summary = summarize([found.data])
      toPrometheus(summary)
      ratesOf(totalOf(summary))
      deliveryCurve(totalOf(summary))
    }),
  },
]

function ofCopy(check: (input: Json) => void): Target['check'] {
  return (input) => {
    const copy = copyOf(input)
    check(copy)
    assert.equal(JSON.stringify(copy), JSON.stringify(input), 'what was looked at was changed')
    checkPrototypes()
  }
}

const asJson = (values: readonly unknown[]): Json[] => JSON.parse(JSON.stringify(values)) as Json[]

/** What the core makes of it; what its schema refuses is misuse, and nothing else. */
function taken<Value>(isAccepted: boolean, make: () => Value): Value | undefined {
  try {
    const made = make()
    assert.ok(isAccepted, 'the core takes it and its schema does not')
    return made
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    assert.match(error.message, /^sms-delivery-state: \w+: /, 'no misuse of ours')
    assert.ok(!isAccepted, `its schema takes it and the core does not: ${error.message}`)
    return undefined
  }
}

/** By the same clock as theirs, which may be in seconds in a test. */
const nowOf = (events: readonly DeliveryEvent[]): number =>
  events.find(({ receivedAt }) => receivedAt !== undefined)?.receivedAt ?? NOW

function checkGiven(events: readonly DeliveryEvent[]): void {
  const now = nowOf(events)
  const state = reduce(events, notification, now)
  assert.deepEqual(deliveryState.parse(state), state)
  const entries = timeline(events, notification, now)
  assert.deepEqual(timelineEntry.array().parse(entries), entries)
  assert.deepEqual(evidence.parse(collect(events)), collect(events))
}
