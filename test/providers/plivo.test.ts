import { describe, expect, it } from 'vitest'
import { plivo } from '../../src/providers/plivo/index.ts'
import { contract } from './contract.ts'
import { holdToFacts } from './facts.ts'

const callback = {
  MessageUUID: '83876aac-0000-4000-8000-000000000001',
  From: '15550100001',
  To: '15550100123',
  Status: 'undelivered',
  ErrorCode: '80',
  Units: '1',
  PartInfo: '1 of 1',
  QueuedTime: '2024-09-18 20:12:01.100000',
  SentTime: '2024-09-18 20:12:02.200000',
  DeliveryReportTime: '2024-09-18 20:12:08.300000',
}
const message = {
  message_uuid: '83876aac-0000-4000-8000-000000000001',
  message_state: 'undelivered',
  message_direction: 'outbound',
  message_time: '2024-09-18 20:12:01+00:00',
  message_updated_time: '2024-09-18 22:12:08+02:00',
  error_code: '80',
}
const sdkMessage = {
  messageUuid: message.message_uuid,
  messageState: 'undelivered',
  messageUpdatedTime: message.message_updated_time,
  errorCode: '80',
}
const wrongTimes = ['2024-09-31 20:12:08', 'soon', {}]

contract({
  provider: plivo,
  words: {
    ...{ queued: 'queued', sent: 'sent', failed: 'failed', rejected: 'failed' },
    ...{ undelivered: 'undelivered', delivered: 'delivered', read: 'delivered' },
  },
  shapes: [
    {
      name: 'a callback',
      receipt: callback,
      form: true,
      id: ['MessageUUID'],
      status: ['Status'],
      optional: [
        { path: ['ErrorCode'], wrong: [true, 1.5, {}] },
        { path: ['DeliveryReportTime'], wrong: wrongTimes },
      ],
    },
    ...[
      {
        name: 'a message',
        receipt: message,
        path: [],
        names: ['message_uuid', 'message_state', 'error_code', 'message_updated_time'],
      },
      {
        name: 'a list of messages',
        receipt: { objects: [message] },
        path: ['objects', 0],
        names: Object.keys(message),
      },
      {
        name: 'a message of the SDK',
        receipt: sdkMessage,
        path: [],
        names: Object.keys(sdkMessage),
      },
    ].map(({ name, receipt, path, names }) => {
      const at = (ending: RegExp) => [...path, names.find((each) => ending.test(each)) ?? '']
      return {
        name,
        receipt,
        id: at(/uuid$/i),
        status: at(/state$/i),
        optional: [
          { path: at(/code$/i), wrong: [true, 1.5, {}] },
          { path: at(/updated_?time$/i), wrong: wrongTimes },
        ],
      }
    }),
  ],
})

holdToFacts(plivo, 'plivo', {
  receipt: (Status, ErrorCode) => ({ MessageUUID: 'A', Status, ErrorCode }),
  failing: 'undelivered',
})

const one = (changes: object) => plivo.parse({ ...callback, ...changes }).events[0]

describe('plivo', () => {
  it.each([
    ['queued', '20:12:01.100'],
    ['sent', '20:12:02.200'],
    ['delivered', '20:12:08.300'],
    ['undelivered', '20:12:08.300'],
  ])('reads the time that is about %s', (Status, time) => {
    expect(one({ Status })?.occurredAt).toBe(Date.parse(`2024-09-18T${time}Z`))
    expect(one({ Status: 'failed', DeliveryReportTime: '' })).not.toHaveProperty('occurredAt')
  })

  it('reads the times in the zone that the context names, UTC by default', () => {
    const at = (timeZone: string) => plivo.parse(callback, { timeZone }).events[0]?.occurredAt
    expect(at('+05:30')).toBe(Date.UTC(2024, 8, 18, 14, 42, 8, 300))
    expect(plivo.parse(message, { timeZone: '+05:30' }).events[0]?.occurredAt).toBe(
      Date.UTC(2024, 8, 18, 20, 12, 8),
    )
  })

  it('takes 420 for expired', () => {
    for (const Status of ['failed', 'undelivered'])
      expect(one({ Status, ErrorCode: '420' })).toMatchObject({
        status: 'expired',
        failure: { reason: 'expired', code: '420' },
      })
  })

  it('takes what is said of a part for nothing', () => {
    const { events, issues } = plivo.parse({ ...callback, PartInfo: '1 of 2' })
    expect(events).toEqual([])
    expect(issues).toMatchObject([{ code: 'invalid', path: ['PartInfo'], received: '1 of 2' }])
  })

  it.each([
    { MessageUUID: 'A', From: '15550100123', To: '15550100001', Text: 'STOP', Type: 'sms' },
    { ...message, message_direction: 'inbound' },
  ])('takes no inbound message for a receipt: %j', (inbound) => {
    expect(plivo.parse(inbound)).toMatchObject({ events: [], issues: [{ code: 'not-a-receipt' }] })
  })
})
