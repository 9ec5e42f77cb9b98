import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FAILURE_REASONS, otp, reduceReceipts, type DeliveryEvent } from 'sms-delivery-state'
import {
  defineProvider,
  detect,
  messente,
  providers,
  smpp,
  twilio,
  vonage,
} from 'sms-delivery-state/providers'
import { receipt, everyEventOf, statusesOf } from 'sms-delivery-state/testing'

/**
 * Those of whose receipts some tell no time, and how many reasons those have names for that have
 * few.
 */
const TIMELESS = ['africastalking', 'jasmin']
const REASONS: Readonly<Record<string, number>> = { elks46: 1, firetext: 5, smsapi: 4 }

describe.each(Object.values(providers))('a receipt of $name', (provider) => {
  // If recipients share the provider's ids, an id ends in a recipient.
  const { providerMessageId: usualId } = receipt(provider, { status: 'delivered' }).event
  const [, ending = ''] = /.(:\d+)$/.exec(usualId ?? '') ?? []
  const context = fc.record(
    {
      receivedAt: fc.integer(),
      messageId: fc.string({ minLength: 1 }),
      attemptId: fc.string({ minLength: 1 }),
      segment: fc.constantFrom({ index: 1 }, { index: 2, count: 3 }),
      ref: fc.string(),
      [usualId === undefined ? 'reference' : 'providerMessageId']: fc
        .stringMatching(/^[\w-]{1,40}$/)
        .map((id) => `${id}${ending}`),
      ...(!TIMELESS.includes(provider.name) && {
        occurredAt: fc
          .integer({ min: 1_000_000_000, max: 2_500_000_000 })
          .map((second) => second * 1000),
      }),
    },
    { requiredKeys: [], noNullPrototype: true },
  )

  it('gives back the event, in every form', () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyEventOf(provider)), context, (said, known) => {
        const event: DeliveryEvent = { ...said, ...known }
        const raw = receipt(provider, event)
        const { body, text, contentType, ...context } = raw
        const bytes = new TextEncoder().encode(raw.text)
        for (const form of [raw.body, JSON.stringify(raw.body), raw.text, bytes]) {
          const { events, issues } = provider.parse(form, context)
          expect(issues).toEqual([])
          expect(events).toHaveLength(1)
          const { occurredAt, ...rest } = event
          expect(events[0]).toMatchObject(rest)
          if (occurredAt !== undefined)
            expect(Math.floor((events[0]?.occurredAt ?? NaN) / 60_000)).toBe(
              Math.floor(occurredAt / 60_000),
            )
          expect(events[0]).toStrictEqual(raw.event)
        }
        expect(JSON.parse(JSON.stringify(raw))).toStrictEqual({ ...raw })
      }),
      { numRuns: 300 },
    )
  })

  it('is detected as its own', () => {
    for (const said of everyEventOf(provider))
      expect(detect(receipt(provider, said).text)).toBe(provider)
  })

  it('says every status that it can, and more than one', () => {
    const statuses = statusesOf(provider)
    expect(statuses).toContain('delivered')
    expect(statuses.length).toBeGreaterThan(1)
    expect(statuses.map((status) => receipt(provider, { status }).event.status)).toEqual(statuses)
  })

  it('names reasons by its own codes', () => {
    const reasons = new Set(everyEventOf(provider).map(({ failure }) => failure?.reason))
    const count = FAILURE_REASONS.filter((reason) => reasons.has(reason)).length
    expect(count).toBeGreaterThanOrEqual(REASONS[provider.name] ?? 6)
  })
})

describe('a receipt', () => {
  it('goes into reduceReceipts as it is', () => {
    const receipts = [
      receipt(twilio, { status: 'delivered', receivedAt: 4_000 }),
      receipt(twilio, { status: 'sent', receivedAt: 5_000 }),
    ]
    const { state, issues } = reduceReceipts(twilio, receipts, otp, 6_000)
    expect(issues).toEqual([])
    expect(state).toMatchObject({ status: 'delivered', deliveredAt: 4_000, sentAt: 5_000 })
  })

  it('keeps its context when it is spread', () => {
    const later = {
      ...receipt(twilio, { status: 'sent', attemptId: 'a', receivedAt: 1 }),
      receivedAt: 2,
    }
    expect(reduceReceipts(twilio, [later], otp, 2).state).toMatchObject({
      attemptId: 'a',
      lastReceivedAt: 2,
    })
  })

  it('has the format that carries what it says: Twilio’s callback, event stream, or resource', () => {
    const at = Date.UTC(2026, 0, 15, 9, 0, 4, 250)
    expect(receipt(twilio, { status: 'sent', occurredAt: at })).toMatchObject({
      contentType: 'application/x-www-form-urlencoded',
      event: { occurredAt: Date.UTC(2026, 0, 15, 9) },
    })
    expect(receipt(twilio, { status: 'sent', occurredAt: at, eventId: 'NO1' })).toMatchObject({
      contentType: 'application/json',
      event: { occurredAt: at, eventId: 'NO1' },
    })
    expect(receipt(twilio, { status: 'sent', occurredAt: at, source: 'poll' })).toMatchObject({
      body: { direction: 'outbound-api', error_code: null },
      event: { occurredAt: at - 250, source: 'poll' },
    })
  })

  it('speaks for the API whose id it is, at Vonage and Messente', () => {
    const uuid = 'aaaaaaaa-0000-4000-8000-000000000001'
    expect(receipt(vonage, { status: 'delivered' }).body).toHaveProperty('messageId')
    expect(receipt(vonage, { status: 'delivered', providerMessageId: uuid }).body).toHaveProperty(
      'message_uuid',
    )
    expect(receipt(vonage, { status: 'accepted' }).body).toMatchObject({ status: 'submitted' })
    expect(receipt(vonage, { status: 'expired', providerMessageId: uuid }).body).toMatchObject({
      status: 'rejected',
      error: { title: '1360' },
    })
    expect(receipt(messente, { status: 'sent' }).body).toMatchObject({
      stat: 'ACCEPTD',
      status: 'SENT',
    })
    expect(receipt(messente, { status: 'sent', providerMessageId: uuid }).body).toMatchObject({
      status: 'ACCEPTD',
      message_id: uuid,
    })
    expect(
      receipt(messente, { status: 'sent', providerMessageId: uuid, source: 'poll' }).body,
    ).toMatchObject({
      statuses: [{ message_id: uuid }],
    })
  })

  it('is a deliver_sm over SMPP, with a code of the network in a TLV', () => {
    const at = Date.UTC(2026, 0, 15, 10, 31)
    const { body, event } = receipt(smpp, {
      status: 'undelivered',
      occurredAt: at,
      providerMessageId: '0f',
      failure: { reason: 'unreachable' },
    })
    expect(body).toMatchObject({
      short_message:
        'id:0f sub:001 dlvrd:000 submit date:2601151031 done date:2601151031 stat:UNDELIV err:000 text:',
      network_error_code: '030006',
    })
    expect(event).toMatchObject({
      occurredAt: at,
      source: 'smpp',
      failure: { reason: 'unreachable', code: 'gsm:6', permanent: false },
    })
  })

  it.each<[DeliveryEvent, string]>([
    [
      { status: 'unknown' },
      'status must be one of accepted, queued, sent, expired, failed, undelivered, delivered, got "unknown". twilio has no word for it.',
    ],
    [{ status: 'canceled' as 'failed' }, 'event.status must be one of pending, accepted,'],
    [
      { status: 'undelivered', failure: { reason: 'canceled' } },
      'failure.reason must be invalid-destination, unreachable, landline-unsupported,',
    ],
    [
      { status: 'failed', failure: { reason: 'unreachable', code: '21610' } },
      'failure must be what twilio means by its code, got',
    ],
    [
      { status: 'delivered', confirmedBy: 'user' },
      'confirmedBy must be what twilio vouches for, got "user".',
    ],
    [
      { status: 'sent', scheduledFor: 5 },
      'scheduledFor must be left out, or what the provider’s receipts carry, got 5. They say {',
    ],
    [
      { status: 'sent', provider: 'vonage' },
      'provider must be left out, or what the provider’s receipts carry, got "vonage".',
    ],
    [
      { status: 'sent', occurredAt: 1e20 },
      'occurredAt must be within the range of Date, got 100000000000000000000.',
    ],
  ])('of %j is misuse', (event, message) => {
    expect(() => receipt(twilio, event)).toThrow(TypeError)
    expect(() => receipt(twilio, event)).toThrow(`sms-delivery-state: receipt: ${message}`)
  })

  it('says that it was opened where the event does, in a channel that tells it', () => {
    expect(receipt(twilio, { status: 'delivered', read: true }).body).toMatchObject({
      MessageStatus: 'read',
    })
    expect(receipt(twilio, { status: 'delivered' }).body).toMatchObject({
      MessageStatus: 'delivered',
    })
    expect(() => receipt(smpp, { status: 'delivered', read: true })).toThrow(
      'event must be what one format of smpp carries, got "{\\"read\\":true}". Leave out eventId, reference, occurredAt or read.',
    )
  })

  it('in which no format carries all of it is misuse', () => {
    expect(() => receipt(messente, { status: 'delivered', eventId: 'e' })).toThrow(
      'sms-delivery-state: receipt: event must be what one format of messente carries, got "{\\"eventId\\":\\"e\\"}". Leave out eventId, reference, occurredAt or read.',
    )
  })

  it('keeps a code that nobody knows, where no reason is asked of it', () => {
    expect(
      receipt(twilio, { status: 'failed', failure: { reason: 'unknown', code: '39999' } }).body,
    ).toMatchObject({
      ErrorCode: '39999',
    })
  })

  it('of a provider that is not among ours is misuse', () => {
    const acme = defineProvider({
      name: 'acme',
      shapes: [{ id: 'id', status: 'state' }],
      statuses: { OK: 'delivered' },
    })
    expect(() => receipt(acme, { status: 'delivered' })).toThrow(
      /^sms-delivery-state: receipt: provider must be one of .*canonical, .*twilio, .*, got "acme"/,
    )
  })
})
