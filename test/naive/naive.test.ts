import { describe, expect, it } from 'vitest'
import type { DeliveryEvent } from '../../src/event/event.ts'
import type { Status } from '../../src/event/status.ts'
import type { Policy } from '../../src/policy/policy.ts'
import {
  naiveApplyVerdict,
  naiveByMessage,
  naiveIsMisuse,
  naiveIsMixture,
  naiveIsUnstorable,
  naiveState,
  naiveTimeline,
} from './index.ts'
import { alert, notification, otp } from './policies.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

const said = (status: Status, receivedAt?: number, more: Partial<DeliveryEvent> = {}): DeliveryEvent =>
  receivedAt === undefined ? { status, ...more } : { status, receivedAt, ...more }

/** What a story reads of a timeline: the claim (or the clock), the verdict, and what the message shows. */
const story = (events: DeliveryEvent[], policy: Policy, now: number): string[] =>
  naiveTimeline(events, policy, now).map((entry) =>
    [entry.clock === undefined ? entry.event.status : `clock:${entry.clock}`, entry.verdict, entry.status].join(' '),
  )

const A = { attemptId: 'A' }
const B = { attemptId: 'B' }

describe('section 5: status', () => {
  it('otp: sent ── deadline: expired ── delivered, two minutes late, stays expired', () => {
    const events = [said('sent', 0), said('delivered', 7 * minute)]
    expect(naiveState(events, otp, 7 * minute)).toStrictEqual({
      policy: 'otp',
      providerMessageIds: [],
      status: 'expired',
      outcome: 'uncertain',
      settled: true,
      since: 300_000,
      by: 'clock',
      strongest: 'delivered',
      conflict: false,
      sentAt: 0,
      deliveredAt: 420_000,
      deliveryKnownAt: 420_000,
      expiredAt: 300_000,
      startedAt: 0,
      receiptsExpected: true,
      windowStart: 0,
      deadline: 300_000,
      closed: true,
      slow: false,
      lastReceivedAt: 420_000,
      advice: { action: 'offer-resend', key: 'offer-resend', duplicateRisk: true },
      attempts: [
        {
          providerMessageIds: [],
          status: 'expired',
          settled: true,
          since: 300_000,
          by: 'clock',
          strongest: 'delivered',
          conflict: false,
          sentAt: 0,
          deliveredAt: 420_000,
          deliveryKnownAt: 420_000,
          expiredAt: 300_000,
          startedAt: 0,
          receiptsExpected: true,
        },
      ],
      key: 'expired/offer-resend',
    })
    expect(story(events, otp, 0)).toEqual(['sent advanced sent', 'clock:expired advanced expired', 'delivered late expired'])
  })

  it('otp: failed ── delivered a second later, and the same the other way round', () => {
    const failedFirst = naiveState([said('failed', 0), said('delivered', second)], otp, second)
    expect(failedFirst).toMatchObject({
      status: 'delivered',
      settled: true,
      since: 1000,
      by: 'receipt',
      conflict: true,
      failedAt: 0,
    })
    const deliveredFirst = naiveState([said('delivered', 0), said('failed', second)], otp, 2 * minute)
    expect(deliveredFirst).toMatchObject({ status: 'delivered', settled: true, since: 0, failedAt: 1000, key: 'delivered/done' })
    expect(deliveredFirst).not.toHaveProperty('failure')
  })

  it('notification: sent ── deadline: unknown ── delivered', () => {
    const sent = said('sent', 0)
    expect(naiveState([sent], notification, 72 * hour)).toMatchObject({
      status: 'unknown',
      settled: false,
      since: 259_200_000,
      unknownAt: 259_200_000,
      advice: { action: 'hold' },
    })
    const events = [sent, said('delivered', 73 * hour)]
    const state = naiveState(events, notification, 0)
    expect(state).toMatchObject({ status: 'delivered', settled: true, since: 262_800_000, by: 'receipt', closed: true })
    expect(state).not.toHaveProperty('unknownAt')
    expect(story(events, notification, 0)).toEqual([
      'sent advanced sent',
      'clock:unknown advanced unknown',
      'delivered advanced delivered',
    ])
  })

  it('shows pending, of no attempt, where nothing is known', () => {
    expect(naiveState([], otp, 0)).toStrictEqual({
      policy: 'otp',
      providerMessageIds: [],
      status: 'pending',
      outcome: 'open',
      settled: false,
      strongest: 'pending',
      conflict: false,
      receiptsExpected: true,
      closed: false,
      slow: false,
      advice: { action: 'wait', key: 'wait', duplicateRisk: true },
      attempts: [],
      key: 'pending/wait',
    })
  })

  it('takes a claim at exactly the deadline as in time', () => {
    const events = [said('sent', 0), said('delivered', 5 * minute)]
    expect(naiveState(events, otp, 0)).toMatchObject({ closed: true, status: 'delivered', since: 300_000 })
    expect(story(events, otp, 0)).toEqual(['sent advanced sent', 'delivered advanced delivered'])
  })

  it('starts the window no earlier than the largest scheduledFor', () => {
    const state = naiveState(
      [said('accepted', 0, { scheduledFor: hour }), said('queued', minute, { scheduledFor: 1 })],
      otp,
      10 * minute,
    )
    expect(state).toMatchObject({ windowStart: 3_600_000, deadline: 3_900_000, closed: false, startedAt: 0, slow: false })
    expect(state.reviewAt).toBe(3_630_000)
  })

  it('leaves a terminal failure alone once the window has closed, and lets a stronger claim pass where it is not terminal', () => {
    const events = [said('undelivered', 0), said('delivered', 100 * hour)]
    expect(naiveState(events, otp, 0)).toMatchObject({ status: 'undelivered', settled: true, by: 'receipt', since: 0 })
    expect(naiveState(events, notification, 0)).toMatchObject({ status: 'delivered', settled: true })
  })

  it('tells receipt from clock where both say expired', () => {
    const late = [said('sent', 0), said('expired', 6 * minute, { occurredAt: minute })]
    expect(naiveState(late, otp, 0)).toMatchObject({ status: 'expired', by: 'clock', since: 300_000, expiredAt: 300_000 })
    const inTime = [said('sent', 0), said('expired', 5 * minute, { occurredAt: minute })]
    expect(naiveState(inTime, otp, 0)).toMatchObject({ status: 'expired', by: 'receipt', since: 300_000, expiredAt: 60_000 })
  })
})

describe('section 4: time', () => {
  it('gives what carries no time the benefit of the doubt', () => {
    const state = naiveState([said('sent', 0), said('delivered')], otp, hour)
    expect(state).toMatchObject({ status: 'delivered', by: 'receipt', settled: true, closed: true })
    expect(state).not.toHaveProperty('since')
    expect(state).not.toHaveProperty('deliveredAt')
  })

  it('takes one untimed event of a mark as enough, and times the mark by the others', () => {
    const events = [said('sent', 0), said('delivered', 6 * minute), said('delivered')]
    expect(naiveState(events, otp, 0)).toMatchObject({ status: 'delivered', since: 360_000, deliveredAt: 360_000 })
  })

  it('has no window, and is never slow, where nothing carries a time', () => {
    const state = naiveState([said('sent', undefined, { scheduledFor: 5 })], otp, hour)
    expect(state).toMatchObject({ status: 'sent', closed: false, slow: false, key: 'sent/wait' })
    for (const field of ['windowStart', 'deadline', 'startedAt', 'since', 'reviewAt', 'sentAt', 'lastReceivedAt']) {
      expect(state).not.toHaveProperty(field)
    }
  })

  it('lets occurredAt stand in where no event of the message has a receivedAt', () => {
    const events = [said('sent', undefined, { occurredAt: 0 }), said('delivered', undefined, { occurredAt: 6 * minute })]
    expect(naiveState(events, otp, hour)).toMatchObject({ status: 'expired', by: 'clock', windowStart: 0, deliveredAt: 360_000 })
    expect(naiveState(events, otp, 0)).toMatchObject({ status: 'delivered', since: 360_000, closed: false })
    expect(story(events, otp, 0)).toEqual(['sent advanced sent', 'delivered advanced delivered'])
  })

  it('calls a mark untimed by occurredAt only where none of its events has one', () => {
    const times = [undefined, 6 * minute].map((occurredAt) => said('delivered', undefined, { occurredAt }))
    const sent = said('sent', undefined, { occurredAt: 0 })
    expect(naiveState([sent, ...times], otp, hour)).toMatchObject({ status: 'expired' })
    expect(naiveState([sent, ...times.slice(0, 1)], otp, hour)).toMatchObject({ status: 'delivered' })
  })

  it('does not take occurredAt for a time beside a receivedAt, but for a milestone', () => {
    const events = [said('sent', 2 * minute, { occurredAt: minute }), said('delivered', undefined, { occurredAt: hour })]
    expect(naiveState(events, otp, hour)).toMatchObject({
      windowStart: 120_000,
      sentAt: 60_000,
      status: 'delivered',
      deliveredAt: 3_600_000,
    })
  })

  it('takes receivedAt for an occurredAt that is later, and flags it', () => {
    const events = [said('sent', 10, { occurredAt: 50 }), said('delivered', 20, { occurredAt: 15 })]
    expect(naiveState(events, otp, 20)).toMatchObject({ sentAt: 10, deliveredAt: 15 })
    expect(
      naiveTimeline(events, otp, 20).map((entry) => entry.clock === undefined && [entry.clockSkew, entry.outOfOrder]),
    ).toEqual([
      [true, false],
      [false, false],
    ])
  })

  it('never takes now to be earlier than the largest receivedAt', () => {
    expect(naiveState([said('sent', 0), said('sent', 5 * minute)], otp, 0)).toMatchObject({ closed: true, status: 'expired' })
  })
})

describe('section 4: which attempt', () => {
  it('joins our own answer and a webhook that knows only the provider id, in any order', () => {
    const answer = said('accepted', 0, { ...A, providerMessageId: 'SM1', provider: 'twilio' })
    const webhook = said('delivered', 1, { providerMessageId: 'SM1' })
    for (const events of [
      [answer, webhook],
      [webhook, answer],
    ]) {
      const state = naiveState(events, otp, 1)
      expect(state).toMatchObject({ attemptId: 'A', provider: 'twilio', providerMessageIds: ['SM1'], key: 'delivered/done/A' })
      expect(state.attempts).toHaveLength(1)
    }
    expect(naiveState([webhook], otp, 1)).toMatchObject({ attemptId: 'SM1', key: 'delivered/done/SM1' })
  })

  it('takes the smallest of several ties', () => {
    const ties = ['B', 'A'].map((attemptId) => said('accepted', 0, { attemptId, providerMessageId: 'X' }))
    const state = naiveState([...ties, said('failed', 1, { providerMessageId: 'X' })], otp, 1)
    expect(state.attempts.map(({ attemptId, status }) => [attemptId, status])).toEqual([
      ['A', 'failed'],
      ['B', 'accepted'],
    ])
    expect(state).toMatchObject({ attemptId: 'B' })
  })

  it('brings the parts of a long text together where each has an id of its own', () => {
    const ties = [1, 2].map((index) =>
      said('accepted', 0, { ...A, providerMessageId: `V${index}`, segment: { index, count: 2 } }),
    )
    const first = said('delivered', 10, { providerMessageId: 'V1' })
    const second = said('delivered', 30, { providerMessageId: 'V2', occurredAt: 20 })
    expect(naiveState([first, ...ties], otp, 10)).toMatchObject({ status: 'sent', since: 10, strongest: 'sent' })
    expect(naiveState([first, ...ties], otp, 10)).not.toHaveProperty('sentAt')
    expect(naiveState([second, first, ...ties], otp, 30)).toMatchObject({ status: 'delivered', since: 30, deliveredAt: 20 })
  })

  it('speaks for the whole attempt where the ties of an id name two segments', () => {
    const ties = [1, 2].map((index) => said('accepted', 0, { ...A, providerMessageId: 'X', segment: { index, count: 2 } }))
    expect(naiveState([...ties, said('delivered', 1, { providerMessageId: 'X' })], otp, 1)).toMatchObject({ status: 'delivered' })
  })

  it('gives an event with neither id to the attempt that starts first, and to the nameless one where there is no other', () => {
    const events = [said('sent', 20, A), said('sent', 10, B), said('delivered', 5)]
    const state = naiveState(events, otp, 20)
    expect(state.attempts.map(({ attemptId, status, startedAt }) => [attemptId, status, startedAt])).toEqual([
      ['B', 'delivered', 5],
      ['A', 'sent', 20],
    ])
    expect(naiveState([said('sent', 0), said('delivered', 1)], otp, 1).attempts).toHaveLength(1)
  })

  it('starts an attempt without any time before all others', () => {
    expect(naiveState([said('sent', 0, A), said('sent', undefined, B), said('failed', 1)], otp, 1)).toMatchObject({
      attemptId: 'A',
      status: 'sent',
    })
  })
})

describe('section 4: segments', () => {
  const part = (status: Status, receivedAt: number | undefined, index: number, count?: number) =>
    said(status, receivedAt, { segment: { index, count } })

  it('completes only with a declared count, and then with all of 1 to n', () => {
    expect(naiveState([part('delivered', 0, 1)], otp, 0)).toMatchObject({ status: 'sent', strongest: 'sent' })
    expect(naiveState([part('delivered', 0, 1, 1)], otp, 0)).toMatchObject({ status: 'delivered' })
    expect(naiveState([part('delivered', 0, 1, 2), part('delivered', 0, 3)], otp, 0)).toMatchObject({ status: 'sent' })
    expect(naiveState([part('delivered', 0, 1, 2), part('delivered', 0, 2, 3)], otp, 0)).toMatchObject({ status: 'sent' })
  })

  it('has any other status as soon as one segment does, and no conflict across slots', () => {
    const events = [part('delivered', 0, 1, 2), part('undelivered', 1, 2)]
    expect(naiveState(events, otp, 1)).toMatchObject({ status: 'undelivered', since: 1, conflict: false })
    expect(naiveState([...events, part('failed', 2, 1)], otp, 2)).toMatchObject({ status: 'undelivered', conflict: true })
  })

  it('knows delivered at the latest of the n, in time when all are', () => {
    const late = [part('delivered', 0, 1, 2), part('delivered', 6 * minute, 2)]
    expect(naiveState(late, otp, 0)).toMatchObject({ status: 'expired', strongest: 'delivered', deliveredAt: 360_000 })
    const untimed = [part('delivered', 0, 1, 2), part('delivered', undefined, 2)]
    expect(naiveState(untimed, otp, hour)).toMatchObject({ status: 'delivered', since: 0, deliveredAt: 0 })
  })

  it('takes the earlier knowledge where the whole speaks too', () => {
    const events = [part('delivered', 20, 1, 1), said('delivered', 10)]
    expect(naiveState(events, otp, 20)).toMatchObject({ since: 10, deliveredAt: 10 })
    expect(naiveState([said('sent', 0), part('delivered', 6 * minute, 1, 1), said('delivered', 10)], otp, 0)).toMatchObject({
      since: 10,
    })
  })

  it('takes the strongest confirmedBy of any slot', () => {
    const events = [
      said('delivered', 0, { confirmedBy: 'carrier' }),
      said('delivered', 0, { segment: { index: 1 }, confirmedBy: 'handset' }),
    ]
    expect(naiveState([...events, said('sent', 0, { confirmedBy: 'user' })], otp, 0)).toMatchObject({ confirmedBy: 'handset' })
  })
})

describe('section 5: several attempts', () => {
  it('shows the delivered one, known first', () => {
    const events = [said('delivered', 9, A), said('delivered', 8, B), said('sent', 10, { attemptId: 'C' })]
    expect(naiveState(events, otp, 10)).toMatchObject({
      attemptId: 'B',
      status: 'delivered',
      sentAt: 10,
      deliveredAt: 8,
      startedAt: 8,
    })
    expect(naiveState([...events, said('delivered', undefined, { attemptId: 'D' })], otp, 10)).toMatchObject({ attemptId: 'D' })
  })

  it('shows of the others the last started that is not final, else the last started, of a tie the larger id', () => {
    expect(naiveState([said('sent', 0, A), said('failed', 5, B)], otp, 5)).toMatchObject({ attemptId: 'A', status: 'sent' })
    expect(naiveState([said('undelivered', 0, A), said('failed', 5, B)], otp, 5)).toMatchObject({
      attemptId: 'B',
      status: 'failed',
    })
    expect(naiveState([said('sent', 0, B), said('queued', 0, A)], otp, 5)).toMatchObject({ attemptId: 'B', status: 'sent' })
  })

  it('lets one that starts after the deadline be born closed', () => {
    const events = [said('sent', 0, A), said('sent', 6 * minute, B), said('delivered', 7 * minute, B)]
    expect(naiveState(events, otp, 0)).toMatchObject({
      attemptId: 'B',
      status: 'expired',
      by: 'clock',
      since: 300_000,
      deliveredAt: 420_000,
    })
    expect(story(events, otp, 0)).toEqual([
      'sent advanced sent',
      'clock:expired advanced expired',
      'sent advanced expired',
      'delivered late expired',
    ])
  })
})

describe('section 6: silence', () => {
  const blind = { receiptsExpected: false }

  it('leaves sent alone where nobody reports after it', () => {
    const state = naiveState([said('sent', 0, blind)], otp, hour)
    expect(state).toMatchObject({
      status: 'sent',
      settled: false,
      by: 'receipt',
      receiptsExpected: false,
      slow: true,
      closed: true,
    })
    expect(state.advice.action).toBe('offer-resend')
    expect(naiveState([said('sent', 0, blind)], alert, 0).advice.action).toBe('done')
    expect(story([said('sent', 0, blind)], otp, hour)).toEqual(['sent advanced sent'])
  })

  it('counts a receipt that comes all the same, late too', () => {
    const events = [said('sent', 0, blind), said('delivered', hour)]
    expect(naiveState(events, otp, 0)).toMatchObject({ status: 'delivered' })
    expect(story(events, otp, 0)).toEqual(['sent advanced sent', 'delivered advanced delivered'])
  })

  it('speaks where something other than sent is known in time', () => {
    expect(naiveState([said('accepted', 0, blind)], otp, hour)).toMatchObject({ status: 'expired', by: 'clock' })
    expect(naiveState([said('accepted', 0), said('sent', 6 * minute, blind)], otp, 0)).toMatchObject({ status: 'expired' })
  })

  it('is slow from slowAfter past the later of start and the shown attempt, and asks to look again at what comes next', () => {
    const events = [said('sent', 0, A), said('queued', 20 * second, B)]
    expect(naiveState(events, otp, 20 * second)).toMatchObject({ attemptId: 'B', slow: false, reviewAt: 50_000 })
    expect(naiveState(events, otp, 50 * second)).toMatchObject({ slow: true, key: 'queued/offer-resend/B', reviewAt: 300_000 })
    expect(naiveState(events, otp, 5 * minute)).toMatchObject({ status: 'expired', slow: false })
    expect(naiveState(events, otp, 5 * minute)).not.toHaveProperty('reviewAt')
    expect(naiveState([said('delivered', 0)], otp, 0)).not.toHaveProperty('reviewAt')
  })

  it('reads unknown as open before the deadline and as uncertain after it', () => {
    const events = [said('unknown', 0)]
    expect(naiveState(events, alert, 6 * minute)).toMatchObject({ slow: true, key: 'unknown/poll', reviewAt: 14_400_000 })
    expect(naiveState(events, alert, 4 * hour)).toMatchObject({ slow: false, key: 'unknown/escalate', by: 'receipt', since: 0 })
  })

  it('looks again at the deadline where only settled changes', () => {
    expect(naiveState([said('failed', 0)], otp, 0)).toMatchObject({ settled: false, reviewAt: 300_000 })
    expect(naiveState([said('failed', 0)], otp, 5 * minute)).toMatchObject({ settled: true })
  })
})

describe('section 7: failure and advice', () => {
  const why = (reason: 'unknown' | 'network' | 'account' | 'throttled', code?: string) => ({ failure: { reason, code } })

  it('takes a reason other than unknown first, then the strongest mark', () => {
    const events = [said('failed', 0, why('network', '1')), said('undelivered', 1, why('unknown', '2'))]
    expect(naiveState(events, otp, 1).failure).toStrictEqual({ reason: 'network', code: '1' })
    expect(naiveState([...events, said('undelivered', 9, why('account'))], otp, 9).failure).toStrictEqual({ reason: 'account' })
    expect(naiveState(events.slice(1), otp, 1).failure).toStrictEqual({ reason: 'unknown', code: '2' })
  })

  it('takes within a mark the smallest receivedAt, then occurredAt, none last, then the value', () => {
    const one = said('failed', 5, why('network', '9'))
    expect(naiveState([said('failed', undefined, why('account')), one], otp, 5).failure?.reason).toBe('network')
    expect(naiveState([one, said('failed', 5, { ...why('throttled'), occurredAt: 4 })], otp, 5).failure?.reason).toBe('throttled')
    expect(naiveState([one, said('failed', 5, why('network', '8'))], otp, 5).failure?.code).toBe('8')
  })

  it('keeps a late failure as the reason of what silence concluded', () => {
    expect(naiveState([said('sent', 0), said('failed', hour, why('network'))], otp, 0)).toMatchObject({
      status: 'expired',
      failure: { reason: 'network' },
    })
  })

  it('reads no reason as unknown', () => {
    expect(naiveState([said('failed', 0)], otp, 0).advice.action).toBe('resend')
    expect(naiveState([said('failed', 0)], alert, 0).advice.action).toBe('other-channel')
    expect(naiveState([said('undelivered', 0, why('account'))], notification, 0).advice.action).toBe('fix')
  })

  it('sends a permanent failure elsewhere', () => {
    const failure = { reason: 'network', permanent: true } as const
    expect(naiveState([said('failed', 0, { failure })], otp, 0).advice.action).toBe('other-channel')
  })

  it('sends it elsewhere with all attempts used', () => {
    const used = ['A', 'B', 'C'].map((attemptId) => said('failed', 0, { attemptId }))
    expect(naiveState(used.slice(1), otp, 0).advice.action).toBe('resend')
    expect(naiveState(used, otp, 0).advice.action).toBe('other-channel')
    expect(naiveState([...used.slice(1), said('sent', 0, A)], otp, minute).advice.action).toBe('other-channel')
  })

  it('holds where delivery is claimed but not shown, but lets the user wish', () => {
    const oneOfTwo = said('delivered', 0, { segment: { index: 1, count: 2 } })
    expect(naiveState([oneOfTwo, said('failed', 0)], otp, 0).advice.action).toBe('hold')
    expect(naiveState([oneOfTwo, said('failed', 0)], alert, 0).advice.action).toBe('hold')
    expect(naiveState([oneOfTwo], alert, 4 * hour)).toMatchObject({ status: 'unknown', advice: { action: 'hold' } })
    expect(naiveState([oneOfTwo], otp, minute).advice.action).toBe('offer-resend')
    expect(naiveState([said('failed', 0), said('delivered', 6 * minute)], otp, 0).advice.action).toBe('hold')
  })

  it('rules out a second copy only where every attempt has failed and nothing says delivered', () => {
    const failed = said('failed', 0, A)
    expect(naiveState([failed, said('undelivered', 0, B)], otp, 0).advice.duplicateRisk).toBe(false)
    expect(naiveState([failed, said('sent', 0, B)], otp, 0).advice.duplicateRisk).toBe(true)
    expect(naiveState([failed, said('expired', 0, B)], otp, 0).advice.duplicateRisk).toBe(true)
    expect(naiveState([failed, said('delivered', 0, { ...A, segment: { index: 1 } })], otp, 0).advice.duplicateRisk).toBe(true)
  })
})

describe('section 7: what comes late, and what is to be done once', () => {
  const optedOut = { reason: 'opted-out', code: '1' } as const
  const network = { reason: 'network', code: '2' } as const

  it('fills in a missing reason of a settled attempt, and replaces none', () => {
    const settled = said('failed', 0, { failure: optedOut })
    const late = said('undelivered', 6 * minute, { failure: network })
    expect(naiveState([settled, late], otp, 0)).toMatchObject({ settled: true, failure: optedOut, advice: { action: 'stop' } })
    expect(naiveState([settled, { ...late, receivedAt: minute }], otp, 0)).toMatchObject({ failure: network })
    expect(naiveState([said('failed', 0), late], otp, 0)).toMatchObject({ status: 'failed', failure: network })
    const unknown = said('failed', 0, { failure: { reason: 'unknown' } })
    expect(naiveState([unknown, late], otp, 0)).toMatchObject({ status: 'failed', failure: network })
    const lateUnknown = said('undelivered', 6 * minute, { failure: { reason: 'unknown', code: '3' } })
    expect(naiveState([unknown, lateUnknown], otp, 0).failure).toStrictEqual({ reason: 'unknown' })
  })

  it('lets a late failure count where the attempt is not settled', () => {
    const events = [said('undelivered', 0, { failure: optedOut }), said('failed', 73 * hour, { failure: network })]
    expect(naiveState(events, notification, 0)).toMatchObject({ status: 'undelivered', settled: false, failure: optedOut })
    const stronger = [said('failed', 0, { failure: optedOut }), said('undelivered', 5 * hour, { failure: network })]
    expect(naiveState(stronger, { ...alert, terminal: ['delivered'] }, 0)).toMatchObject({ settled: false, failure: network })
  })

  it('is in time with its mark, whichever event of the mark gives the reason', () => {
    const events = [
      said('failed', 0),
      said('failed', 6 * minute, { failure: network }),
      said('undelivered', 7 * minute, { failure: optedOut }),
    ]
    expect(naiveState(events, otp, 0)).toMatchObject({ status: 'failed', settled: true, failure: network })
  })

  it('names the action and its attempt, not the status', () => {
    const [failed, undelivered] = [said('failed', 0, A), said('undelivered', 1, A)]
    expect(naiveState([failed], otp, 0)).toMatchObject({ key: 'failed/resend/A', advice: { key: 'resend/A' } })
    expect(naiveState([failed, undelivered], otp, 1)).toMatchObject({ key: 'undelivered/resend/A', advice: { key: 'resend/A' } })
    expect(naiveState([said('failed', 0)], otp, 0).advice.key).toBe('resend')
  })
})

describe('section 9: what a state tells', () => {
  it('settles a message where delivered is shown, or every attempt is settled', () => {
    // B is shown, and settled; A is not, and may still be delivered.
    const open = [said('undelivered', 0, A), said('failed', 1, B)]
    const state = naiveState(open, notification, 72 * hour)
    expect(state).toMatchObject({ attemptId: 'B', status: 'failed', settled: false })
    expect(state.attempts.map(({ settled }) => settled)).toEqual([false, true])
    expect(naiveState([...open, said('delivered', 2, A)], notification, 2)).toMatchObject({ attemptId: 'A', settled: true })
    expect(naiveState(open, otp, 0).settled).toBe(false)
    expect(naiveState(open, otp, 5 * minute).settled).toBe(true)
  })

  it('tells when it was read, by whatever clock says so first, and from whatever attempt', () => {
    const read = { read: true } as const
    const events = [
      said('delivered', 5, { ...A, ...read, occurredAt: 9 }),
      said('delivered', 7, { ...A, ...read, occurredAt: 4 }),
      said('delivered', 3, A),
      said('delivered', 2, { ...B, ...read }),
    ]
    const state = naiveState(events, otp, 9)
    expect([state, ...state.attempts].map(({ readAt }) => readAt)).toEqual([2, 2, 4])
    expect(naiveState([said('delivered', undefined, read)], otp, 9)).not.toHaveProperty('readAt')
  })

  it('tells when a delivery was known by our own clock, late too, and of all segments the latest', () => {
    const late = [said('sent', 0), said('delivered', 6 * minute, { occurredAt: 1 })]
    expect(naiveState(late, otp, 0)).toMatchObject({ since: 300_000, deliveredAt: 1, deliveryKnownAt: 360_000 })
    const segments = [1, 2].map((index) => said('delivered', index * 10, { segment: { index, count: 2 } }))
    expect(naiveState(segments, otp, 20)).toMatchObject({ deliveryKnownAt: 20 })
    expect(naiveState(segments.slice(1), otp, 20)).not.toHaveProperty('deliveryKnownAt')
    expect(naiveState([said('delivered', undefined, { occurredAt: 4 })], otp, 20)).toMatchObject({ deliveryKnownAt: 4 })
    const two = [said('delivered', 8, A), said('delivered', undefined, B), said('sent', 1, B)]
    expect(naiveState(two, otp, 9)).toMatchObject({ attemptId: 'B', deliveryKnownAt: 8 })
    expect(naiveState(two, otp, 9)).not.toHaveProperty('since')
  })

  it('orders ids by code points, not by code units', () => {
    const [last, first] = ['\u{1f4e8}', '\uff5e']
    const ties = [last, first].map((attemptId) => said('sent', 0, { attemptId, providerMessageId: 'X', provider: attemptId }))
    const state = naiveState([...ties, said('failed', 1, { providerMessageId: 'X', provider: last })], otp, 1)
    expect(state.attempts).toMatchObject([
      { attemptId: first, status: 'failed', provider: first },
      { attemptId: last, status: 'sent', provider: last },
    ])
    expect([...naiveByMessage([last, first].map((messageId) => said('sent', 0, { messageId }))).keys()]).toEqual([first, last])
  })

  it('holds no number that JSON cannot write', () => {
    const forever = naiveState([said('sent', Number.MAX_VALUE)], { ...otp, window: Number.MAX_VALUE, slowAfter: 1e300 }, 0)
    expect(forever).toMatchObject({ windowStart: Number.MAX_VALUE, closed: false })
    expect(forever).not.toHaveProperty('deadline')
    expect(forever).not.toHaveProperty('reviewAt')
    const state = naiveState([said('sent', -0, { occurredAt: -0, scheduledFor: -0 })], otp, -0)
    expect([state.windowStart, state.since, state.sentAt, state.lastReceivedAt, state.startedAt]).toStrictEqual([0, 0, 0, 0, 0])
    expect(naiveTimeline([said('sent', -0)], otp, 0)[0]?.at).toBe(0)
  })

  it('reads all as of the message that the caller names', () => {
    const events = [said('sent', 0, A), said('failed', 1, { ...B, messageId: 'm' })]
    expect(naiveIsMisuse(events)).toBe(true)
    expect(naiveIsMisuse(events, { messageId: 'm' })).toBe(false)
    expect(naiveIsMisuse(events, { messageId: 'n' })).toBe(true)
    expect(naiveState(events.slice(0, 1), otp, 1, { messageId: 'm' }).messageId).toBe('m')
    expect(naiveTimeline(events, otp, 1, { messageId: 'm' }).map(({ event }) => event)).toEqual(events)
  })
})

describe('section 8: the timeline', () => {
  it('names the segment of each entry, as today is known', () => {
    const events = [
      said('delivered', 1, { providerMessageId: 'V2' }),
      said('accepted', 2, { ...A, providerMessageId: 'V2', segment: { index: 2, count: 2 } }),
      said('sent', 3),
    ]
    expect(naiveTimeline(events, otp, 3).map(({ segment }) => segment)).toEqual([2, 2, undefined])
  })

  it('orders by own time, occurredAt, strength and content, none first', () => {
    const events = [
      said('sent', 10, { eventId: 'b' }),
      said('sent', 10, { eventId: 'a' }),
      said('accepted', 10),
      said('delivered', 10, { occurredAt: 3 }),
      said('queued', 5),
      said('unknown'),
    ]
    const entries = naiveTimeline(events, otp, 10)
    expect(entries.map(({ event }) => event)).toEqual([5, 4, 2, 1, 0, 3].map((index) => events[index]))
    expect(entries[0]).toStrictEqual({
      status: 'unknown',
      verdict: 'advanced',
      outOfOrder: false,
      conflict: false,
      clockSkew: false,
      event: { status: 'unknown' },
    })
    expect(entries.map(({ verdict }) => verdict)).toEqual(['advanced', 'stale', 'stale', 'stale', 'duplicate', 'advanced'])
  })

  it('judges a segment that gives the attempt no new status as partial', () => {
    const part = (status: Status, receivedAt: number, index: number) => said(status, receivedAt, { segment: { index, count: 2 } })
    const events = [
      part('sent', 0, 1),
      part('sent', 1, 2),
      part('delivered', 2, 1),
      part('delivered', 3, 1),
      part('delivered', 4, 2),
    ]
    expect(story(events, otp, 4)).toEqual([
      'sent advanced sent',
      'sent partial sent',
      'delivered partial sent',
      'delivered duplicate sent',
      'delivered advanced delivered',
    ])
  })

  it('flags a contradiction of the same slot, in both directions, and what happened before an entry above', () => {
    const events = [said('failed', 1, { occurredAt: 1 }), said('delivered', 2, { occurredAt: 0 }), said('undelivered', 3)]
    expect(naiveTimeline(events, otp, 3)).toMatchObject([
      { conflict: false, outOfOrder: false, verdict: 'advanced' },
      { conflict: true, outOfOrder: true, verdict: 'advanced' },
      { conflict: true, outOfOrder: false, verdict: 'stale', status: 'delivered' },
    ])
  })

  it("puts the clock's entries after all else at the deadline, attempt by attempt, only where they change a status", () => {
    const events = [said('failed', 0, { attemptId: 'C' }), said('sent', 1, B), said('sent', 2, A), said('queued', 5 * minute, B)]
    expect(naiveTimeline(events, otp, hour).slice(2)).toMatchObject([
      { at: 2, attemptId: 'A', status: 'sent' },
      { at: 300_000, attemptId: 'B', status: 'sent', verdict: 'stale' },
      { at: 300_000, attemptId: 'B', status: 'sent', verdict: 'advanced', clock: 'expired' },
      { at: 300_000, attemptId: 'A', status: 'expired', verdict: 'advanced', clock: 'expired' },
    ])
    expect(naiveTimeline(events.slice(0, 3), otp, minute)).toHaveLength(3)
  })

  it('judges the first event of an attempt after the deadline against silence', () => {
    const events = [said('sent', 0, A), said('delivered', 6 * minute, B)]
    expect(story(events, otp, 0).at(-1)).toBe('delivered late expired')
    const late = [said('sent', 0, A), said('delivered', 5 * hour, B)]
    expect(story(late, alert, 0).at(-1)).toBe('delivered advanced delivered')
  })
})

describe('section 8: the verdict of apply', () => {
  const sent = said('sent', 0)

  it('finds each of the five', () => {
    expect(naiveApplyVerdict([], sent, otp, 0)).toBe('advanced')
    expect(naiveApplyVerdict([sent], said('delivered', 1), otp, 1)).toBe('advanced')
    expect(naiveApplyVerdict([sent], said('queued', 1), otp, 1)).toBe('stale')
    expect(naiveApplyVerdict([sent], said('sent', 1), otp, 1)).toBe('duplicate')
    expect(naiveApplyVerdict([sent], said('delivered', 6 * minute), otp, 0)).toBe('late')
    expect(naiveApplyVerdict([sent], said('delivered', 1, { segment: { index: 1 } }), otp, 1)).toBe('partial')
  })

  it('takes both states at the same now, not before the event is received', () => {
    expect(naiveApplyVerdict([sent], said('queued', 6 * minute), otp, 0)).toBe('stale')
    expect(naiveApplyVerdict([sent], said('delivered', 73 * hour), notification, 0)).toBe('advanced')
  })

  it('keeps a repeat a duplicate even where its time moves the window', () => {
    expect(naiveApplyVerdict([said('sent', 6 * minute)], sent, otp, 7 * minute)).toBe('duplicate')
  })

  it('compares with the attempt that held the provider id before a tie', () => {
    const webhook = said('delivered', 1, { providerMessageId: 'X' })
    expect(naiveApplyVerdict([webhook], said('accepted', 2, { ...A, providerMessageId: 'X' }), otp, 2)).toBe('stale')
    expect(naiveApplyVerdict([webhook], said('delivered', 2, { ...A, providerMessageId: 'X' }), otp, 2)).toBe('duplicate')
  })

  it('compares with the nameless attempt that a named event takes over', () => {
    expect(naiveApplyVerdict([sent], said('accepted', 2, A), otp, 2)).toBe('stale')
  })

  it('takes the first event of another attempt as advanced, or late where silence is settled', () => {
    expect(naiveApplyVerdict([said('delivered', 0, A)], said('accepted', 1, B), otp, 1)).toBe('advanced')
    expect(naiveApplyVerdict([said('sent', 0, A)], said('delivered', hour, B), otp, 0)).toBe('late')
  })
})

describe('section 9: by message, and misuse', () => {
  it('groups by message id, else by provider and provider id, keys by code points', () => {
    const events: DeliveryEvent[] = [
      { status: 'sent', provider: 'twilio', providerMessageId: 'X' },
      { status: 'sent', providerMessageId: 'X' },
      { status: 'sent', providerMessageId: 'Y' },
      { status: 'sent', messageId: 'm2', providerMessageId: 'Z' },
      { status: 'sent', messageId: 'm1', providerMessageId: 'Z' },
      { status: 'sent', providerMessageId: 'Z' },
      { status: 'sent', messageId: 'm2' },
    ]
    const groups = [...naiveByMessage(events)].map(([key, group]) => [key, group.map((event) => events.indexOf(event))])
    expect(groups).toEqual([
      [':Y', [2]],
      ['m1', [4, 5]],
      ['m2', [3, 6]],
      ['twilio:X', [0, 1]],
    ])
    expect(() => naiveByMessage([{ status: 'sent', attemptId: 'A' }])).toThrow(TypeError)
  })

  it('leaves a provider id without a provider alone where the others name two', () => {
    const events: DeliveryEvent[] = ['a', 'b', undefined].map((provider) => ({
      status: 'sent',
      provider,
      providerMessageId: 'X',
    }))
    expect([...naiveByMessage(events).keys()]).toEqual([':X', 'a:X', 'b:X'])
  })

  it('never lets a key join two provider ids, and lets a message id that equals a key name that message', () => {
    const named = (provider: string | undefined, providerMessageId: string): DeliveryEvent => ({
      status: 'sent',
      provider,
      providerMessageId,
    })
    const events = [named('a:b', 'c'), named('a', 'b:c'), named('a%3Ab', 'c2'), named(undefined, 'a:c')]
    expect([...naiveByMessage(events).keys()]).toEqual([':a:c', 'a%253Ab:c2', 'a%3Ab:c', 'a:b:c'])
    const stored: DeliveryEvent = { status: 'delivered', messageId: 'a:b:c' }
    expect(naiveByMessage([...events, stored]).get('a:b:c')).toEqual([events[1], stored])
  })

  it('knows seconds and microseconds among milliseconds', () => {
    const [ms, s, us] = [1.7e12, 1.7e9, 1.7e15]
    expect(naiveIsMixture([said('sent', ms), said('sent', s)])).toBe(true)
    expect(naiveIsMixture([said('sent', s)], ms)).toBe(true)
    expect(naiveIsMixture([said('sent', us)], ms)).toBe(true)
    expect(naiveIsMixture([said('sent', us)], s)).toBe(true)
    expect(naiveIsMixture([said('sent', s), said('sent', 0), said('sent', undefined, { occurredAt: ms })], s)).toBe(false)
    expect(naiveIsMixture([said('sent', 0), said('sent', -ms), said('sent')], ms)).toBe(false)
    expect([naiveIsMixture([said('sent', 1e8)], 1e11), naiveIsMixture([said('sent', 1e11)], 1e14)]).toEqual([true, true])
  })

  it('knows what no database takes', () => {
    expect(['a\0', '\ud800', 'x'.repeat(513)].map(naiveIsUnstorable)).toEqual([true, true, true])
    expect(['', 'a', '\u{1f4e8}', 'x'.repeat(512)].map(naiveIsUnstorable)).toEqual([false, false, false, false])
  })

  it('knows two messages in one array', () => {
    expect(naiveIsMisuse([said('sent', 0, { messageId: 'm' }), said('sent', 0, { messageId: 'n' })])).toBe(true)
    expect(naiveIsMisuse([said('sent', 0, A), said('sent', 0, B)])).toBe(true)
    expect(naiveIsMisuse([said('sent', 0, { ...A, messageId: 'm' }), said('sent', 0, { providerMessageId: 'X' })])).toBe(true)
    expect(
      naiveIsMisuse([
        said('sent', 0, { ...A, messageId: 'm', providerMessageId: 'X' }),
        said('sent', 0, { providerMessageId: 'X' }),
      ]),
    ).toBe(false)
    expect(naiveIsMisuse([said('sent', 0, { ...A, messageId: 'm' }), said('sent', 0, { ...B, messageId: 'm' })])).toBe(false)
    expect(naiveIsMisuse([said('sent', 0, A), said('sent', 0)])).toBe(false)
  })
})
