import { describe, expect, it } from 'vitest'
import {
  notification,
  otp,
  parseReceipts,
  reduce,
  STATUSES,
  type DeliveryEvent,
} from 'sms-delivery-state'
import { canonical, twilio, vonage } from 'sms-delivery-state/providers'
import { scenario, START, type Scenario } from 'sms-delivery-state/testing'

const story = scenario({ provider: twilio, flow: otp })
const shown = (events: readonly DeliveryEvent[]) =>
  events.map(({ status, receivedAt = NaN }) => [status, receivedAt - START])

describe('a scenario', () => {
  it('counts from the step before with a plus, and from the start without', () => {
    const told = story.pending().accepted('+200ms').queued('+0.5s').sent('2s').delivered(4_000)
    expect(shown(told.events())).toEqual([
      ['pending', 0],
      ['accepted', 200],
      ['queued', 700],
      ['sent', 2_000],
      ['delivered', 4_000],
    ])
    expect(told.now).toBe(START + 4_000)
    expect(story.sent('+5m').sent('+72h').sent('+3d').now).toBe(
      START + 300_000 + 259_200_000 + 259_200_000,
    )
  })

  it('gives receipts of what the provider says, which read as its events', () => {
    const told = story
      .pending()
      .sent('+1s')
      .undelivered('+1s', { failure: { reason: 'unreachable' } })
    expect(told.receipts().map(({ body }) => [body['MessageStatus'], body['ErrorCode']])).toEqual([
      ['sent', undefined],
      ['undelivered', '30003'],
    ])
    expect(parseReceipts(twilio, told.receipts())).toEqual({
      events: told.events().slice(1),
      issues: [],
    })
    expect(told.events()[0]).toEqual({
      status: 'pending',
      receivedAt: START,
      messageId: 'message-1',
      attemptId: 'attempt-1',
      source: 'service',
    })
    expect(told.state()).toMatchObject({
      status: 'undelivered',
      advice: { action: 'other-channel' },
    })
  })

  it('lets receipts come twice, late, or never', () => {
    expect(shown(story.sent('+1s').duplicated(2, '5s').delivered('+1s').events())).toEqual([
      ['sent', 1_000],
      ['delivered', 2_000],
      ['sent', 6_000],
      ['sent', 11_000],
    ])
    const late = story.sent().delivered('+4s').late('6m')
    expect(shown(late.events())).toEqual([
      ['sent', 0],
      ['delivered', 364_000],
    ])
    expect(late.state()).toMatchObject({ status: 'expired', strongest: 'delivered' })
    expect(story.sent().delivered('+4s').late().state().status).toBe('expired')
    expect(reduce(late.events(), notification, late.now).status).toBe('delivered')

    const lost = story.sent().delivered('+4s').lost()
    expect(shown(lost.events())).toEqual([['sent', 0]])
    expect(lost.now).toBe(START + 4_000)
    expect(lost.duplicated().events()).toHaveLength(1)
    expect(lost.wait('5m').state().status).toBe('expired')
  })

  it('shuffles by seed: all arrive once the last is there, and the state is the same', () => {
    const told = story.pending().queued('+1s').sent('+1s').delivered('+2s')
    const seeds = Array.from({ length: 20 }, (_, seed) => told.shuffled(seed))
    const orders = new Set(
      seeds.map((each) =>
        each
          .receipts()
          .map(({ body }) => body['MessageStatus'])
          .join(),
      ),
    )
    expect(orders.size).toBe(6)
    for (const each of seeds) {
      expect(each.state().status).toBe('delivered')
      expect(each.receipts().map(({ receivedAt = NaN }) => receivedAt - START)).toEqual([
        4_000, 4_001, 4_002,
      ])
    }
    expect(shown(told.shuffled(7).events())).toEqual(shown(told.shuffled(7).events()))
  })

  it('resends: a second attempt with an id of its own', () => {
    const told = story.pending().sent('+1s').resend('+40s').delivered('+2s')
    expect(told.events().map(({ status, attemptId }) => `${status} ${attemptId}`)).toEqual([
      'pending attempt-1',
      'sent attempt-1',
      'pending attempt-2',
      'delivered attempt-2',
    ])
    expect(new Set(told.receipts().map(({ event }) => event.providerMessageId)).size).toBe(2)
    expect(told.state()).toMatchObject({ status: 'delivered', attemptId: 'attempt-2' })
  })

  it('tells of one part of a long text, where it is named', () => {
    const parts = scenario({ provider: twilio, flow: otp, segments: 2, messageId: 'm' })
    const one = parts.sent().delivered('+1s', { segment: 1 })
    expect(one.state()).toMatchObject({ status: 'sent', messageId: 'm' })
    expect(one.delivered('+1s', { segment: 2 }).state().status).toBe('delivered')
  })

  it.each([
    [vonage, 2, 'an id of its own for each part'],
    [canonical, 1, 'the part in the receipt'],
    [twilio, 1, 'one receipt for the whole'],
  ])('lets $name report on parts as it does', (provider, ids) => {
    const parts = scenario({ provider, flow: otp, segments: 2 })
      .pending()
      .sent('+1s')
      .delivered('+1s')
    expect(new Set(parts.receipts().map(({ event }) => event.providerMessageId)).size).toBe(ids)
    expect(parts.receipts()).toHaveLength(provider === twilio ? 2 : 4)
    expect(parts.state().status).toBe('delivered')
    if (provider !== twilio)
      expect(parts.delivered('+1s', { segment: 1 }).lost().events()).toEqual(parts.events())
  })

  it('knows of itself what the API answered, where the provider has no receipt for that', () => {
    const answered = scenario({ provider: vonage, flow: otp }).accepted().sent('+1s')
    expect(answered.receipts()).toHaveLength(1)
    expect(answered.events()[0]).toMatchObject({
      status: 'accepted',
      source: 'response',
      providerMessageId: '0000000000000001',
    })
  })

  it('has a step for each status', () => {
    const all = scenario({ provider: canonical, flow: otp })
      .pending()
      .accepted()
      .queued()
      .sent()
      .unknown()
      .expired()
      .failed()
      .undelivered()
    expect(
      all
        .delivered()
        .events()
        .map(({ status }) => status),
    ).toEqual(STATUSES)
  })

  it('leaves the scenario as it was, so that stories can share their beginning', () => {
    const begun = story.sent('+1s')
    begun.delivered('+1s').duplicated()
    expect(begun.events()).toHaveLength(1)
    expect(begun.now).toBe(START + 1_000)
  })

  it('starts when it is told to', () =>
    expect(scenario({ provider: twilio, flow: otp, start: 5 }).sent('+1s').now).toBe(1_005))

  it.each<[() => Scenario, string]>([
    [() => story.unknown('+1s'), 'unknown: status must be one of accepted, queued,'],
    [
      () => story.sent('soon' as '1s'),
      "sent: when must be a length of time such as '200ms', '1.5s', '5m', '72h' or '3d', or a number of ms from 0, got \"soon\"",
    ],
    [() => story.sent(-1), 'sent: when must be a length of time'],
    [() => story.sent('1e3s'), 'sent: when must be a length of time'],
    [() => story.sent('+1s').late(NaN), 'late: by must be a length of time'],
    [
      () => story.pending().lost(),
      'lost: the step before must be one that the provider reports, got "pending". What the service knows itself does not travel: put it behind sent(), say.',
    ],
    [() => story.duplicated(), 'duplicated: the step before must be one'],
    [() => story.resend().late(), 'late: the step before must be one'],
    [
      () => story.sent('+1s', { segment: 2 }),
      'sent: segment must be a whole number from 1 to 1, got 2. Say in scenario how many segments there are.',
    ],
    [() => story.shuffled(0.5), 'shuffled: seed must be a whole number, got 0.5'],
    [
      () => scenario({ provider: twilio, flow: otp, segmnts: 2 } as never),
      'scenario: options: each key must be one of provider, flow,',
    ],
    [() => scenario({ provider: twilio, flow: otp }).resend(NaN), 'resend: when must be'],
    [() => scenario({ provider: {} as never, flow: otp }), 'scenario: provider must be one of'],
    [() => scenario({ provider: twilio, flow: {} as never }), 'scenario: flow.'],
  ])('says what is wrong: %s', (wrong, message) => {
    expect(wrong).toThrow(TypeError)
    expect(wrong).toThrow(`sms-delivery-state: ${message}`)
  })
})
