import { otp, reduce, reduceByMessage } from 'sms-delivery-state'
import {
  deliveryCurve,
  mergeSummaries,
  percentile,
  percentilesOf,
  rateOf,
  ratesOf,
  summarize,
  toDeliveryCurveSvg,
  toFunnelSvg,
  toPrometheus,
  toReasonsSvg,
  totalOf,
} from 'sms-delivery-state/metrics'
import { describe, expect, test } from 'vitest'

const state = reduce(
  [{ status: 'failed', receivedAt: 0, provider: 'p', failure: { reason: 'network', code: '1' } }],
  otp,
  0,
)
const summary = summarize([state, { ...state, deliveryKnownAt: 5 }])
const group = summary.groups[0]!
const wrong = (value: unknown) => value as never
const message = (call: () => unknown) => {
  try {
    call()
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError)
    return error instanceof Error ? error.message : ''
  }
  return 'nothing was thrown'
}

describe('summarize', () => {
  test.each([
    ['states must be a list', () => summarize(wrong('abc'))],
    ['states must be a list', () => summarize(wrong(undefined))],
    ['states must be a list', () => summarize(wrong(state))],
    ['states[0] must be an object', () => summarize([wrong(null)])],
    ['states[0].status must be one of', () => summarize([wrong({})])],
    [
      'states[1].status must be one of',
      () => summarize([state, wrong({ ...state, status: '__proto__' })]),
    ],
    [
      'states[0].attempts must be an array',
      () => summarize([wrong({ ...state, attempts: undefined })]),
    ],
    [
      'states[0].attempts[0] must be an object',
      () => summarize([wrong({ ...state, attempts: [null] })]),
    ],
    [
      'states[0].attempts[0].strongest must be',
      () => summarize([wrong({ ...state, attempts: [{ strongest: 'constructor' }] })]),
    ],
    [
      'states[0].attempts[0].confirmedBy must be',
      () =>
        summarize([
          wrong({ ...state, attempts: [{ strongest: 'sent', confirmedBy: 'toString' }] }),
        ]),
    ],
    [
      'states[0].failure.reason must be',
      () => summarize([wrong({ ...state, failure: { reason: '__proto__' } })]),
    ],
    ['states[0].failure.reason must be', () => summarize([wrong({ ...state, failure: null })])],
    [
      'states[0].deliveryKnownAt must be a finite',
      () => summarize([wrong({ ...state, deliveryKnownAt: '5' })]),
    ],
    [
      'states[0].windowStart must be a finite',
      () => summarize([wrong({ ...state, windowStart: NaN })]),
    ],
    ['options must be an object', () => summarize([], wrong(null))],
    ['options: each key must be', () => summarize([], wrong({ groupby: () => 'a' }))],
    ['options.now must be a finite', () => summarize([], { now: NaN })],
    [
      'now must be in ms, as the others are',
      () => summarize([{ ...state, lastReceivedAt: 1.8e12 }], { now: 1.8e9 }),
    ],
    [
      'states[1].lastReceivedAt must be in ms',
      () => summarize([state, { ...state, lastReceivedAt: 1.8e9 }], { now: 1.8e12 }),
    ],
    ['options.groupBy must be a function', () => summarize([], { groupBy: wrong('provider') })],
    [
      'what options.groupBy returns must be a text or undefined',
      () => summarize([state], { groupBy: () => wrong(372) }),
    ],
  ])('%s', (start, call) =>
    expect(message(call)).toContain(`sms-delivery-state: summarize: ${start}`),
  )

  test('of a Map says what to pass', () =>
    expect(
      message(() =>
        summarize(wrong(reduceByMessage([{ status: 'sent', messageId: 'm' }], otp, 0))),
      ),
    ).toContain('of a Map, its values().'))
})

describe('a summary that is none', () => {
  const broken: [start: string, value: unknown][] = [
    ['an object', 5],
    ['.v must be one of 1', { ...summary, v: 2 }],
    ['.groups must be an array', { v: 1 }],
    ['.groups[0] must be an object', { v: 1, groups: [null] }],
    ['.groups[0].messages must be a whole number', { v: 1, groups: [{ ...group, messages: -1 }] }],
    ['.groups[0].reached must be an object', { v: 1, groups: [{ ...group, reached: undefined }] }],
    [
      '.groups[0].late.shown must be a whole',
      { v: 1, groups: [{ ...group, late: { shown: 0.5, unshown: 0 } }] },
    ],
    ['.groups[0].key must be a text', { v: 1, groups: [{ ...group, key: '' }] }],
    [
      '.groups[0].deliveredAfter must be an array',
      { v: 1, groups: [{ ...group, deliveredAfter: {} }] },
    ],
    [
      '.groups[0].deliveredAfter[0] must be a pair',
      { v: 1, groups: [{ ...group, deliveredAfter: [[721, 1]] }] },
    ],
    ['.groups[0].openAfter[0] must be a pair', { v: 1, groups: [{ ...group, openAfter: [[1]] }] }],
    [
      '.groups[0].attempts[0] must be a pair',
      { v: 1, groups: [{ ...group, attempts: [['1', 1]] }] },
    ],
    [
      '.groups[0].codes[0].messages must be',
      { v: 1, groups: [{ ...group, codes: [{ code: '1' }] }] },
    ],
    [
      '.groups[0].codes[0].code must be a text',
      { v: 1, groups: [{ ...group, codes: [{ code: 1, messages: 1 }] }] },
    ],
    [
      '.groups[0].providers[0].delivered must be',
      { v: 1, groups: [{ ...group, providers: [{ attempts: 1, reported: 1 }] }] },
    ],
  ]
  test.each(broken)('%s', (problem, value) => {
    expect(message(() => mergeSummaries(summary, wrong(value)))).toContain(
      'sms-delivery-state: mergeSummaries: summaries[1]',
    )
    expect(message(() => mergeSummaries(wrong(value)))).toContain(problem)
    for (const [name, call] of Object.entries({ totalOf, toPrometheus, toDeliveryCurveSvg }))
      expect(message(() => call(wrong(value)))).toContain(`sms-delivery-state: ${name}: summary`)
  })

  test('a summary in place of a group is told', () => {
    for (const [name, call] of Object.entries({
      ratesOf,
      deliveryCurve,
      percentilesOf,
      toFunnelSvg,
      toReasonsSvg,
    }))
      expect(message(() => call(wrong(summary)))).toBe(
        `sms-delivery-state: ${name}: group.messages must be a whole number from 0, got undefined. Pass what summarize or mergeSummaries gave.`,
      )
    expect(message(() => percentile(wrong(summary), 0.5))).toContain('percentile: group.messages')
  })
})

describe('numbers', () => {
  test.each([0, -1, 95, NaN, '0.5'])('percentile %s', (share) =>
    expect(message(() => percentile(group, wrong(share)))).toContain(
      'percentile: share must be a number above 0, 1 at most',
    ),
  )

  test('rateOf', () => {
    expect(message(() => rateOf(-1, 5))).toContain('rateOf: count must be a whole number from 0')
    expect(message(() => rateOf(0.5, 5))).toContain('rateOf: count must be a whole number from 0')
    expect(message(() => rateOf(6, 5))).toContain(
      'rateOf: of must be a whole number from 6, the count, got 5',
    )
  })
})

describe('toPrometheus', () => {
  test.each(['', '1a', 'a-b', '__name__', 'status', 'a b', 'é', 5])('label %s', (label) =>
    expect(message(() => toPrometheus(summary, { label: wrong(label) }))).toContain(
      "toPrometheus: options.label must be a label's name",
    ),
  )

  test('options', () => {
    expect(message(() => toPrometheus(summary, wrong(null)))).toContain(
      'toPrometheus: options must be an object',
    )
    expect(message(() => toPrometheus(summary, wrong({ lable: 'a' })))).toContain(
      'toPrometheus: options: each key must be',
    )
  })
})
