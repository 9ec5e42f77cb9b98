import { describe, expect, it } from 'vitest'
import { azure } from '../../src/providers/azure/index.ts'
import { contract } from './contract.ts'
import { holdToFacts } from './facts.ts'

const data = {
  messageId: 'Outgoing_202601151031_00000000000000000000000000000001',
  from: '15550100001',
  to: '+15550100123',
  deliveryStatus: 'Failed',
  deliveryStatusDetails: '4006: …',
  receivedTimestamp: '2026-01-15T10:31:05.2855749Z',
  deliveryAttempts: [
    { timestamp: '2026-01-15T10:31:03.9315918Z', segmentsSucceeded: 0, segmentsFailed: 1 },
    { timestamp: '2026-01-15T10:31:04.9315918Z', segmentsSucceeded: 0, segmentsFailed: 1 },
  ],
  Tag: 'order-42',
}
const type = 'Microsoft.Communication.SMSDeliveryReportReceived'
const event = { id: 'e1', eventType: type, eventTime: '2026-01-15T10:31:06Z', data }
const cloudEvent = { specversion: '1.0', id: 'e1', type, time: '2026-01-15T10:31:06Z', data }

const optional = [
  { path: ['data', 'deliveryStatusDetails'], wrong: [true, 1.5, {}] },
  { path: ['data', 'Tag'], wrong: [true, {}] },
  { path: ['id'], wrong: [true, {}] },
]

contract({
  provider: azure,
  examples: ['azure_acs'],
  words: { Delivered: 'delivered', Failed: 'undelivered' },
  shapes: [
    {
      name: 'an event of Event Grid',
      receipt: { ...event, data: { ...data, deliveryStatusDetails: '4006' } },
      id: ['data', 'messageId'],
      status: ['data', 'deliveryStatus'],
      optional,
    },
    {
      name: 'a CloudEvent',
      receipt: { ...cloudEvent, data: { ...data, deliveryStatusDetails: '4006' } },
      id: ['data', 'messageId'],
      status: ['data', 'deliveryStatus'],
      optional,
    },
  ],
})

holdToFacts(azure, 'azure_acs', {
  receipt: (deliveryStatus, deliveryStatusDetails) => ({
    ...event,
    data: { ...data, deliveryStatus, deliveryStatusDetails },
  }),
  failing: 'Failed',
})

const one = (fields: object) => azure.parse({ ...event, data: { ...data, ...fields } }).events[0]

describe('azure', () => {
  it.each([
    ['failed', ['4000', '4001', '4002', '4003', '4007', '4008', '4009', '4010']],
    ['undelivered', ['4004', '4005', '4006', '4020', '5000', '5001', '9999', 'another text', '']],
    ['unknown', ['5002']],
  ])('reads Failed as %s with %j', (status, codes) => {
    for (const code of codes)
      for (const deliveryStatusDetails of [code, `${code}: …`])
        expect(one({ deliveryStatusDetails })?.status).toBe(status)
  })

  it('takes the code that the details begin with, else all of them', () => {
    expect(one({})?.failure).toEqual({ reason: 'unreachable', code: '4006', permanent: false })
    expect(one({ deliveryStatusDetails: '40061' })?.failure).toEqual({
      reason: 'unknown',
      code: '40061',
    })
  })

  it('takes the time of the report, else of the last attempt, else of the envelope', () => {
    const at = (ms: number) => Date.UTC(2026, 0, 15, 10, 31, 0, ms)
    expect(one({})?.occurredAt).toBe(at(5285))
    expect(one({ receivedTimestamp: undefined })?.occurredAt).toBe(at(4931))
    const without = { ...data, receivedTimestamp: undefined, deliveryAttempts: [] }
    expect(azure.parse({ ...event, data: without }).events[0]?.occurredAt).toBe(at(6000))
    expect(azure.parse({ ...cloudEvent, data: without }).events[0]?.occurredAt).toBe(at(6000))
  })

  it('takes no inbound message, and no handshake, for a receipt', () => {
    const inbound = {
      ...event,
      eventType: 'Microsoft.Communication.SMSReceived',
      data: { messageId: 'I1', message: 'STOP' },
    }
    const handshake = {
      id: 'e2',
      eventType: 'Microsoft.EventGrid.SubscriptionValidationEvent',
      data: { validationCode: 'x' },
    }
    for (const stranger of [inbound, handshake])
      expect(azure.parse([stranger])).toMatchObject({
        events: [],
        issues: [{ code: 'not-a-receipt', index: 0 }],
      })
  })
})
