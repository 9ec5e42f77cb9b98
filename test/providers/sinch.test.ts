import { describe, expect, it } from 'vitest'
import { sinch } from '../../src/providers/sinch/index.ts'
import { contract } from './contract.ts'
import { holdToFacts } from './facts.ts'

const recipientReport = {
  type: 'recipient_delivery_report_sms',
  batch_id: '01FC66621XXXXX119Z8PMV1QPA',
  recipient: '+15550100123',
  code: 402,
  status: 'Failed',
  operator_status_at: '2024-09-18T20:12:03.150Z',
  client_reference: 'order-17',
}
const batch = {
  type: 'delivery_report_sms',
  batch_id: '01FC66621XXXXX119Z8PMV1QPA',
  client_reference: 'order-17',
  total_message_count: 3,
  statuses: [
    { code: 0, count: 2, recipients: ['15550100123', '15550100124'], status: 'Delivered' },
    { code: 402, count: 1, recipients: ['15550100125'], status: 'Failed' },
  ],
}
const conversation = {
  app_id: '01EB37HMH1M6SV18ABNS3G135H',
  event_time: '2024-09-18T20:12:08Z',
  message_delivery_report: {
    message_id: '01EQBC1A3BEK731GY4YXEN0C2R',
    status: 'FAILED',
    reason: { code: 'RECIPIENT_NOT_REACHABLE', sub_code: 'UNSPECIFIED_SUB_CODE' },
    metadata: 'order-17',
  },
}

contract({
  provider: sinch,
  examples: ['sinch_sms', 'sinch_conversation'],
  words: {
    ...{
      Queued: 'queued',
      Dispatched: 'sent',
      Aborted: 'failed',
      Cancelled: 'failed',
      Rejected: 'failed',
    },
    ...{
      Deleted: 'undelivered',
      Delivered: 'delivered',
      Failed: 'undelivered',
      Expired: 'expired',
      Unknown: 'unknown',
    },
  },
  shapes: [
    {
      name: 'a recipient report',
      receipt: recipientReport,
      id: ['batch_id'],
      status: ['status'],
      optional: [
        { path: ['code'], wrong: [true, 1.5, {}] },
        { path: ['operator_status_at'], wrong: ['2024-09-31T20:12:03Z', 'soon', {}] },
        { path: ['client_reference'], wrong: [true, {}] },
      ],
    },
    {
      name: 'a delivery report of the Conversation API',
      receipt: conversation,
      words: {
        ...{ QUEUED: 'queued', QUEUED_ON_CHANNEL: 'sent', SWITCHING_CHANNEL: 'queued' },
        ...{ FAILED: 'undelivered', DELIVERED: 'delivered', READ: 'delivered' },
      },
      id: ['message_delivery_report', 'message_id'],
      status: ['message_delivery_report', 'status'],
      optional: [
        { path: ['message_delivery_report', 'reason', 'code'], wrong: [true, 1.5, {}] },
        { path: ['event_time'], wrong: ['2024-09-31T20:12:03Z', 'soon', {}] },
        { path: ['message_delivery_report', 'metadata'], wrong: [true, {}] },
      ],
    },
  ],
})

holdToFacts(sinch, 'sinch_sms', {
  receipt: (status, code) => ({
    ...recipientReport,
    status,
    code: code === undefined ? 0 : Number(code),
  }),
  failing: 'Failed',
})

holdToFacts(sinch, 'sinch_conversation', {
  receipt: (status, code) => ({
    message_delivery_report: { message_id: 'A', status, ...(code && { reason: { code } }) },
  }),
  failing: 'FAILED',
})

describe('sinch', () => {
  it('reads a batch report as one event for each recipient, in its order', () => {
    const { events, issues } = sinch.parse(batch)
    expect(issues).toEqual([])
    const id = (n: number) => `01FC66621XXXXX119Z8PMV1QPA:1555010012${n}`
    const common = { provider: 'sinch', source: 'webhook', reference: 'order-17' }
    expect(events).toStrictEqual([
      { ...common, status: 'delivered', providerMessageId: id(3), confirmedBy: 'carrier' },
      { ...common, status: 'delivered', providerMessageId: id(4), confirmedBy: 'carrier' },
      {
        ...common,
        status: 'undelivered',
        providerMessageId: id(5),
        failure: { reason: 'invalid-destination', code: '402' },
      },
    ])
  })

  it('makes an issue of an entry that names nobody, and reads the others', () => {
    const { events, issues } = sinch.parse({
      ...batch,
      statuses: [{ code: 0, count: 2, status: 'Delivered' }, batch.statuses[1]],
    })
    expect(events).toMatchObject([{ status: 'undelivered' }])
    expect(issues).toMatchObject([{ code: 'invalid', path: ['reports', 0, 'recipient'] }])
    expect(sinch.parse({ ...batch, statuses: [5, null, { recipients: [5.5] }] }).events).toEqual([])
    expect(sinch.parse({ ...batch, statuses: [] })).toEqual({ events: [], issues: [] })
  })

  it('gives a recipient one id, with or without a plus, made by recipientKey', () => {
    const idOf = (recipient: string) =>
      sinch.parse({ ...recipientReport, recipient }, { recipientKey: (number) => `<${number}>` })
        .events[0]?.providerMessageId
    expect(idOf('+15550100123')).toBe('01FC66621XXXXX119Z8PMV1QPA:<15550100123>')
    expect(idOf('15550100123')).toBe(idOf('+15550100123'))
  })

  it('prefers the time of the SMSC, or of the channel, to its own', () => {
    const timed = { ...recipientReport, at: '2024-09-18T20:12:09Z' }
    expect(sinch.parse(timed).events[0]?.occurredAt).toBe(Date.UTC(2024, 8, 18, 20, 12, 3, 150))
    expect(sinch.parse({ ...timed, operator_status_at: undefined }).events[0]?.occurredAt).toBe(
      Date.UTC(2024, 8, 18, 20, 12, 9),
    )
    const accepted = {
      ...conversation,
      event_time: undefined,
      accepted_time: '2024-09-18T20:12:08.267185Z',
    }
    expect(sinch.parse(accepted).events[0]?.occurredAt).toBe(Date.UTC(2024, 8, 18, 20, 12, 8, 267))
  })

  it('sees no failure in a code that it does not know, of what is under way', () => {
    expect(
      sinch.parse({ ...recipientReport, status: 'Dispatched', code: 299 }).events[0],
    ).not.toHaveProperty('failure')
    expect(sinch.parse({ ...recipientReport, code: 299 }).events[0]?.failure).toEqual({
      reason: 'unknown',
      code: '299',
    })
  })

  it.each([
    ['MESSAGE_EXPIRED', 'expired'],
    ['DELIVERY_TIMED_OUT', 'expired'],
    ['DELIVERY_REPORT_TIME_OUT', 'unknown'],
    ['BAD_REQUEST', 'failed'],
    ['CONTACT_NOT_FOUND', 'failed'],
    ['rate_limited', 'failed'],
    ['CHANNEL_REJECT', 'undelivered'],
  ])('reads FAILED with %s as %s', (code, status) => {
    const report = { ...conversation.message_delivery_report, reason: { code } }
    expect(
      sinch.parse({ ...conversation, message_delivery_report: report }).events[0],
    ).toMatchObject({
      status,
      failure: { code },
    })
  })
})
