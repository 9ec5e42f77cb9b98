import { describe, expect, it } from 'vitest'
import { africastalking } from '../../src/providers/africastalking/index.ts'
import { contract } from './contract.ts'
import { holdToFacts } from './facts.ts'

const report = {
  id: 'ATXid_00000000000000000000000000000001',
  status: 'Failed',
  phoneNumber: '+15550100123',
  networkCode: '63902',
  failureReason: 'UserIsInactive',
}

contract({
  provider: africastalking,
  words: {
    Sent: 'sent',
    Submitted: 'sent',
    Buffered: 'queued',
    Rejected: 'failed',
    Success: 'delivered',
    Failed: 'undelivered',
    Expired: 'expired',
    AbsentSubscriber: 'undelivered',
  },
  shapes: [
    {
      name: 'a report',
      receipt: report,
      form: true,
      id: ['id'],
      status: ['status'],
      optional: [{ path: ['failureReason'], wrong: [true, 1.5, {}] }],
    },
  ],
})

holdToFacts(africastalking, 'africastalking', {
  receipt: (status, failureReason) => ({ ...report, status, failureReason }),
  failing: 'Failed',
})

const one = (fields: object) => africastalking.parse({ ...report, ...fields }).events[0]

describe('africastalking', () => {
  it('takes the reason of the word if there is no code that says more', () => {
    expect(one({ status: 'Rejected', failureReason: undefined })?.failure).toEqual({
      reason: 'carrier-rejected',
    })
    expect(one({ status: 'Rejected', failureReason: 'DeliveryFailure' })?.failure).toEqual({
      reason: 'carrier-rejected',
      code: 'DeliveryFailure',
    })
    expect(one({ status: 'AbsentSubscriber', failureReason: '' })?.failure).toEqual({
      reason: 'unreachable',
    })
  })

  it('reads both spellings of one reason, in any letter case', () => {
    for (const failureReason of [
      'NotNetworkSubcriber',
      'NotNetworkSubscriber',
      'notnetworksubscriber',
    ])
      expect(one({ failureReason })?.failure).toEqual({
        reason: 'invalid-destination',
        code: failureReason,
      })
  })

  it('says that the handset vouches for what is delivered', () => {
    expect(one({ status: 'Success', failureReason: undefined })).toMatchObject({
      status: 'delivered',
      confirmedBy: 'handset',
    })
  })

  it('takes no inbound message for a receipt', () => {
    const inbound = {
      date: '2026-01-15',
      from: '+15550100123',
      id: 'b7e2',
      text: 'STOP',
      to: '12345',
      networkCode: '63902',
    }
    expect(africastalking.parse(inbound)).toMatchObject({
      events: [],
      issues: [{ code: 'not-a-receipt' }],
    })
  })
})
