import { countIn } from './counts.ts'
import { percentilesOf } from './delivery-curve.ts'
import { ratesOf, type Rate } from './rate.ts'
import type { GroupSummary } from './summary.ts'

export type Labels = Readonly<Record<string, string | undefined>>
export type Sample = readonly [labels: Labels, value: number]

/** A metric family of OpenMetrics: one name, and its samples for a group. */
export interface Family {
  readonly name: string
  /** The name ends with it. */
  readonly unit?: string
  readonly help: string
  readonly samples: (group: GroupSummary) => readonly Sample[]
}

/** The labels that the families use themselves. */
export const LABELS: readonly string[] = /* @__PURE__ */ Object.freeze([
  'status',
  'stage',
  'reason',
  'shown',
  'delivered_by',
  'attempt_provider',
  'confirmed_by',
  'of',
  'bound',
  'quantile',
  'watched',
])

export const FAMILIES: readonly Family[] = /* @__PURE__ */ Object.freeze<Family[]>([
  {
    name: 'sms_messages',
    help: 'Messages by the status that they show.',
    samples: ({ statuses }) => labeled('status', statuses),
  },
  {
    name: 'sms_messages_reached',
    help: 'Messages that are proved to have come so far; each stage is part of the one before.',
    samples: ({ messages, reached: { answered, handedOn, delivered } }) =>
      labeled('stage', { submitted: messages, answered, handed_on: handedOn, delivered }),
  },
  {
    name: 'sms_messages_settled',
    help: 'Messages whose status no later receipt changes.',
    samples: ({ settled }) => [[{}, settled]],
  },
  {
    name: 'sms_messages_reported',
    help: 'Messages with a final claim from receipts.',
    samples: ({ reported }) => [[{}, reported]],
  },
  {
    name: 'sms_messages_silent',
    help: 'Messages whose window closed without a final claim.',
    samples: ({ silent }) => [[{}, silent]],
  },
  {
    name: 'sms_messages_conflicting',
    help: 'Messages whose receipts contradict each other.',
    samples: ({ conflicts }) => [[{}, conflicts]],
  },
  {
    name: 'sms_messages_delivered_late',
    help: 'Messages whose delivery became known after the deadline, by whether they are shown as delivered.',
    samples: ({ late: { shown, unshown } }) => labeled('shown', { true: shown, false: unshown }),
  },
  {
    name: 'sms_messages_undelivered',
    help: 'Messages that are not delivered, by the reason, where there is one.',
    samples: ({ reasons }) => labeled('reason', reasons),
  },
  {
    name: 'sms_messages_resent',
    help: 'Messages with two attempts or more, by which of them claim delivery.',
    samples: ({ resent: { byFirst, byLater, byBoth, byNone } }) =>
      labeled('delivered_by', { first: byFirst, later: byLater, both: byBoth, none: byNone }),
  },
  {
    name: 'sms_delivery_ratio',
    unit: 'ratio',
    help: 'The share of messages that are delivered, of all and of those with a final claim.',
    samples: (group) => ratesIn(group, ({ share }) => (share === undefined ? [] : [[{}, share]])),
  },
  {
    name: 'sms_delivery_interval_ratio',
    unit: 'ratio',
    help: 'The 95 % confidence interval of sms_delivery_ratio.',
    samples: (group) => ratesIn(group, ({ low, high }) => labeled('bound', { low, high })),
  },
  {
    name: 'sms_attempts',
    help: 'Attempts by provider.',
    samples: ({ providers }) =>
      providers.map(({ provider, attempts }) => [{ attempt_provider: provider }, attempts]),
  },
  {
    name: 'sms_attempts_reported',
    help: 'Attempts with a final claim from receipts.',
    samples: ({ providers }) =>
      providers.map(({ provider, reported }) => [{ attempt_provider: provider }, reported]),
  },
  {
    name: 'sms_attempts_delivered',
    help: 'Attempts whose delivery is claimed, by who vouches for it.',
    samples: ({ providers }) =>
      providers.flatMap(({ provider, delivered }) =>
        labeled('confirmed_by', delivered).map(([labels, count]): Sample => [
          { attempt_provider: provider, ...labels },
          count,
        ]),
      ),
  },
  {
    name: 'sms_time_to_deliver_seconds',
    unit: 'seconds',
    help: 'Time to deliver of the messages that did not fail, open ones counted; absent where not reached.',
    samples: (group) => {
      const { p50, p90, p95, p99 } = percentilesOf(group)
      const quantiles = [
        ['0.5', p50],
        ['0.9', p90],
        ['0.95', p95],
        ['0.99', p99],
      ] as const
      return quantiles.flatMap(([quantile, ms]): Sample[] =>
        ms === undefined ? [] : [[{ quantile }, ms / 1000]],
      )
    },
  },
  {
    name: 'sms_time_to_deliver_messages',
    help: 'Messages by what they tell about the time to deliver.',
    samples: ({ deliveredAfter, openAfter, untimed: { failed, noTime, noStart } }) =>
      labeled('watched', {
        delivered: countIn(deliveredAfter),
        open: countIn(openAfter),
        failed,
        no_time: noTime,
        no_start: noStart,
      }),
  },
])

const labeled = (label: string, counts: Readonly<Record<string, number>>): Sample[] =>
  Object.entries(counts).map(([name, count]) => [{ [label]: name }, count])

function ratesIn(group: GroupSummary, samples: (rate: Rate) => Sample[]): Sample[] {
  const { delivered, deliveredOfReported } = ratesOf(group)
  const [ofAll, ofReported] = [samples(delivered), samples(deliveredOfReported)]
  return [
    ...ofAll.map(([labels, value]): Sample => [{ of: 'all', ...labels }, value]),
    ...ofReported.map(([labels, value]): Sample => [{ of: 'reported', ...labels }, value]),
  ]
}
