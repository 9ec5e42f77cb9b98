import { describe, expect, it } from 'vitest'
import { parseReceipts, reduce, otp, submission } from '../../src/index.ts'
import { vonage } from '../../src/providers/index.ts'
import * as tables from '../../src/providers/vonage/codes.ts'
import { contract } from './contract.ts'
import { holdToFacts } from './facts.ts'
import { examplesOf } from './receipts.ts'

const sms = {
  msisdn: '15550100123',
  to: 'AcmeInc',
  messageId: '0A00000123ABCD01',
  status: 'delivered',
  scts: '2409182112',
  'err-code': '0',
  'client-ref': 'order-17',
}
const message = {
  message_uuid: 'aaaaaaaa-0000-4000-8000-000000000001',
  to: '15550100123',
  timestamp: '2024-09-18T20:12:09.250Z',
  status: 'rejected',
  channel: 'sms',
  error: { title: '1000' },
  client_ref: 'order-17',
}

const smsWords = {
  accepted: 'sent',
  buffered: 'sent',
  delivered: 'delivered',
  expired: 'expired',
  failed: 'undelivered',
  rejected: 'failed',
  unknown: 'unknown',
} as const
const messagesWords = {
  submitted: 'accepted',
  delivered: 'delivered',
  rejected: 'failed',
  undeliverable: 'failed',
  read: 'delivered',
} as const

contract({
  provider: vonage,
  examples: ['vonage_sms', 'vonage_messages'],
  words: smsWords,
  shapes: [
    {
      name: 'a receipt of the SMS API',
      receipt: sms,
      form: true,
      id: ['messageId'],
      status: ['status'],
      optional: [
        { path: ['scts'], wrong: ['2413182112', '2402302112', '20240918', 'soon', {}, true] },
        { path: ['err-code'], wrong: [true, 1.5, {}] },
        { path: ['client-ref'], wrong: [true, [], {}] },
      ],
    },
    {
      name: 'a status of the Messages API',
      receipt: message,
      words: messagesWords,
      id: ['message_uuid'],
      status: ['status'],
      optional: [
        { path: ['timestamp'], wrong: ['2024-09-18T24:12:09Z', '18/09/2024', 1726690329, {}] },
        { path: ['error', 'title'], wrong: [true, 1.5, []] },
        { path: ['client_ref'], wrong: [true, {}] },
      ],
    },
  ],
})

holdToFacts(vonage, 'vonage_sms', {
  receipt: (status, code) => ({ messageId: '0A1', status, 'err-code': code, scts: '2409182112' }),
  failing: 'failed',
})
holdToFacts(vonage, 'vonage_messages', {
  receipt: (status, title) => ({ ...message, status, error: title && { title } }),
  failing: 'rejected',
  except: [
    // The facility is one of the account.
    '1140',
    // A template is needed then, as with Twilio's 63016.
    '1340',
  ],
})

const one = (receipt: unknown) => {
  const { events, issues } = vonage.parse(receipt)
  expect(issues).toEqual([])
  expect(events).toHaveLength(1)
  return events[0]
}

/** Each code of the SMS API but 0, and its reason. */
const smsCodes = [
  ['1', 'unknown'],
  ['2', 'unreachable'],
  ['3', 'invalid-destination'],
  ['4', 'opted-out'],
  ['5', 'unknown'],
  ['6', 'content-blocked'],
  ['7', 'unreachable'],
  ['8', 'network'],
  ['9', 'opted-out'],
  ['10', 'carrier-rejected'],
  ['11', 'unreachable'],
  ['12', 'unreachable'],
  ['13', 'carrier-rejected'],
  ['14', 'carrier-rejected'],
  ['15', 'unreachable'],
  ['16', 'throttled'],
  ['50', 'sender-unregistered'],
  ['51', 'sender-unregistered'],
  ['52', 'content-blocked'],
  ['53', 'opted-out'],
  ['54', 'carrier-rejected'],
  ['99', 'unknown'],
] as const

/** Each code of the Messages API, what `rejected` means with it, and its reason. */
const messagesCodes = [
  ['1000', 'failed', 'throttled'],
  ['1010', 'failed', 'unknown'],
  ['1020', 'failed', 'unknown'],
  ['1021', 'failed', 'unknown'],
  ['1022', 'failed', 'unknown'],
  ['1030', 'failed', 'unknown'],
  ['1040', 'failed', 'unknown'],
  ['1050', 'failed', 'opted-out'],
  ['1060', 'failed', 'account'],
  ['1070', 'failed', 'account'],
  ['1080', 'failed', 'account'],
  ['1090', 'failed', 'unknown'],
  ['1100', 'failed', 'unknown'],
  ['1110', 'failed', 'unknown'],
  ['1120', 'failed', 'sender-unregistered'],
  ['1130', 'failed', 'expired'],
  ['1140', 'failed', 'account'],
  ['1150', 'failed', 'unknown'],
  ['1160', 'failed', 'account'],
  ['1170', 'failed', 'invalid-destination'],
  ['1180', 'undelivered', 'unreachable'],
  ['1190', 'undelivered', 'invalid-destination'],
  ['1200', 'undelivered', 'unknown'],
  ['1210', 'undelivered', 'content-blocked'],
  ['1220', 'undelivered', 'unreachable'],
  ['1230', 'undelivered', 'network'],
  ['1240', 'undelivered', 'opted-out'],
  ['1241', 'failed', 'throttled'],
  ['1250', 'undelivered', 'unreachable'],
  ['1260', 'undelivered', 'unreachable'],
  ['1270', 'undelivered', 'carrier-rejected'],
  ['1280', 'undelivered', 'carrier-rejected'],
  ['1290', 'undelivered', 'unreachable'],
  ['1300', 'undelivered', 'landline-unsupported'],
  ['1310', 'undelivered', 'landline-unsupported'],
  ['1320', 'failed', 'unknown'],
  ['1330', 'unknown', 'unknown'],
  ['1331', 'undelivered', 'unknown'],
  ['1340', 'failed', 'content-blocked'],
  ['1350', 'failed', 'account'],
  ['1360', 'expired', 'expired'],
  ['1370', 'failed', 'account'],
  ['1380', 'failed', 'content-blocked'],
  ['1381', 'failed', 'content-blocked'],
  ['1382', 'failed', 'content-blocked'],
  ['1430', 'failed', 'invalid-destination'],
] as const

describe('vonage', () => {
  it.each(smsCodes)('reads err-code %s as %s, whatever the word', (code, reason) => {
    for (const [status, ours] of [
      ['failed', 'undelivered'] as const,
      ['rejected', 'failed'] as const,
    ]) {
      expect(one({ ...sms, status, 'err-code': code })).toMatchObject({
        status: ours,
        failure: { reason, code },
      })
    }
  })

  it('sees no failure in err-code 0', () => {
    expect(one({ ...sms, status: 'buffered' })).not.toHaveProperty('failure')
    expect(one({ ...sms, status: 'accepted', 'err-code': '2' })?.failure).toEqual({
      reason: 'unreachable',
      code: '2',
      permanent: false,
    })
  })

  it.each(messagesCodes)('reads rejected with %s as %s, %s', (code, status, reason) => {
    const expected = { status, failure: { reason, code } }
    const type = `https://developer.vonage.com/api-errors/messages#${code}`
    const documented = [
      { title: code, type: 'https://developer.vonage.com/api-errors/messages#1000' },
      { title: Number(code), type },
      { code: Number(code), reason: '…' },
      { title: 'Invalid recipient', type },
      { type },
    ]
    for (const error of documented) {
      expect(one({ ...message, error })).toMatchObject(expected)
    }
  })

  it.each([
    [{ title: 'Invalid recipient' }, 'Invalid recipient'],
    [{ title: 'Invalid recipient', type: 'https://example.com/#12a' }, 'Invalid recipient'],
    [{ title: 'Invalid recipient', type: 1430 }, 'Invalid recipient'],
    [undefined, undefined],
    ['1430', undefined],
  ])('finds no number in %j, and keeps what there is', (error, code) => {
    expect(one({ ...message, error })?.failure).toEqual({ reason: 'unknown', code })
  })

  it('has a row for nothing else', () => {
    expect(Object.keys(tables.smsStatuses).sort()).toEqual(Object.keys(smsWords).sort())
    expect(Object.keys(tables.messagesStatuses).sort()).toEqual(Object.keys(messagesWords).sort())
    const ofSms = ['0', ...smsCodes.map(([code]) => code)]
    const ofMessages: string[] = messagesCodes.map(([code]) => code)
    expect(Object.keys(tables.smsCodes).filter((code) => !ofSms.includes(code))).toEqual([])
    expect(Object.keys(tables.messagesCodes).filter((code) => !ofMessages.includes(code))).toEqual(
      [],
    )
  })

  it('lets no code make something else of what is not a rejection', () => {
    for (const title of ['1330', '1360', '1180']) {
      expect(one({ ...message, status: 'delivered', error: { title } })).not.toHaveProperty(
        'failure',
      )
      expect(one({ ...message, status: 'submitted', error: { title } })).toMatchObject({
        status: 'accepted',
        failure: { code: title },
      })
      expect(one({ ...message, status: 'undeliverable', error: { title } })?.status).toBe('failed')
    }
  })

  it('says who vouches for delivered: the carrier, or with read the handset', () => {
    expect(one(sms)?.confirmedBy).toBe('carrier')
    expect(one({ ...message, status: 'delivered' })?.confirmedBy).toBe('carrier')
    expect(one({ ...message, status: 'delivered' })).not.toHaveProperty('read')
    expect(one({ ...message, status: 'read', channel: 'whatsapp' })).toMatchObject({
      confirmedBy: 'handset',
      read: true,
    })
  })

  it('reads scts in the zone that the context names, UTC by default, and timestamp as it says itself', () => {
    const at = (receipt: unknown, timeZone?: string) =>
      new Date(vonage.parse(receipt, { timeZone }).events[0]?.occurredAt ?? NaN).toISOString()
    expect(at(sms)).toBe('2024-09-18T21:12:00.000Z')
    expect(at(sms, 'Europe/London')).toBe('2024-09-18T20:12:00.000Z')
    expect(at(message, 'Asia/Tokyo')).toBe('2024-09-18T20:12:09.250Z')
  })

  it('takes the time of the call, whose zone is known, before scts', () => {
    const called = { ...sms, 'message-timestamp': '2024-09-18 20:12:09' }
    for (const timeZone of [undefined, 'Asia/Tokyo'])
      expect(vonage.parse(called, { timeZone }).events[0]?.occurredAt).toBe(
        Date.UTC(2024, 8, 18, 20, 12, 9),
      )
    const { events, issues } = vonage.parse({ ...called, 'message-timestamp': '18/09/2024' })
    expect(events).toHaveLength(1)
    expect(issues).toMatchObject([
      { code: 'invalid', path: ['message-timestamp'], received: '18/09/2024' },
    ])
  })

  it('reads an offset behind a blank', () => {
    expect(one({ ...message, timestamp: '2020-01-01 15:43:21 +0200' })?.occurredAt).toBe(
      Date.UTC(2020, 0, 1, 13, 43, 21),
    )
  })

  it('knows a receipt of the SMS API by any mark of it, and names its own field where the id is missing', () => {
    for (const mark of [
      { 'err-code': '0' },
      { scts: '2409182112' },
      { 'message-timestamp': '2024-09-18 20:12:09' },
    ]) {
      expect(one({ messageId: 'A', status: 'accepted', ...mark })?.providerMessageId).toBe('A')
      expect(vonage.parse({ status: 'accepted', ...mark }).issues).toMatchObject([
        { path: ['messageId'] },
      ])
    }
    expect(one({ messageId: 'A', status: 'accepted' })?.providerMessageId).toBe('A')
  })

  it.each([
    {
      msisdn: '15550100123',
      to: '15550100001',
      messageId: '0A1',
      text: 'STOP',
      type: 'text',
      'message-timestamp': '2024-09-18 20:12:09',
    },
    { msisdn: '15550100123', to: '15550100001', messageId: '0A1', text: 'STOP', type: 'unicode' },
    { ...message, status: undefined, message_type: 'text', text: 'STOP' },
  ])('takes no inbound message for a receipt: %j', (inbound) => {
    expect(vonage.parse(inbound)).toStrictEqual({
      events: [],
      issues: [
        {
          code: 'not-a-receipt',
          message: 'vonage: an inbound message is not a receipt',
          received: inbound,
        },
      ],
    })
  })

  it('makes no event of an inbound message of version 0.1', () => {
    const inbound = {
      message_uuid: 'a',
      from: { type: 'sms' },
      message: { content: { type: 'text', text: 'STOP' } },
    }
    expect(vonage.parse(inbound)).toMatchObject({
      events: [],
      issues: [{ code: 'invalid', path: ['status'] }],
    })
  })

  it('takes the number of parts for no segment', () => {
    for (const { payload } of ['vonage_sms', 'vonage_messages'].flatMap(examplesOf)) {
      for (const event of vonage.parse(payload).events) expect(event).not.toHaveProperty('segment')
    }
  })

  it('calls a text of two parts delivered when both are, once the answer to the request has named them', () => {
    const ids = ['0A00000123ABCD03', '0A00000123ABCD04']
    const answers = submission({
      messageId: 'm',
      provider: 'vonage',
      providerMessageIds: ids,
      receivedAt: 0,
    })
    const receipts = ids.map((messageId) => ({ ...sms, messageId }))
    const { events } = parseReceipts(vonage, receipts, { receivedAt: 1000 })
    expect(reduce([...answers, events[1]!], otp, 2000).status).toBe('sent')
    expect(reduce([...answers, ...events], otp, 2000).status).toBe('delivered')
  })
})
