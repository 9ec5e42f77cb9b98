import { describe, expect, it } from 'vitest'
import { jasmin } from '../../src/providers/jasmin/index.ts'
import { submitStatuses } from '../../src/providers/jasmin/codes.ts'
import { contract } from './contract.ts'
import { holdToFacts } from './facts.ts'

const submission = {
  id: '5f1c2d3e-4a5b-4c6d-8e7f-901a2b3c4d5e',
  message_status: 'ESME_RINVDSTADR',
  level: '1',
  connector: 'smppc01',
}
const receipt = {
  ...submission,
  message_status: 'UNDELIV',
  level: '2',
  id_smsc: 'bc614e',
  subdate: '2601151030',
  donedate: '2601151031',
  err: '027',
}

const common = {
  DELIVRD: 'delivered',
  ACCEPTD: 'accepted',
  ENROUTE: 'sent',
  EXPIRED: 'expired',
  DELETED: 'undelivered',
  UNDELIV: 'undelivered',
  REJECTD: 'failed',
  UNKNOWN: 'unknown',
} as const
const words = {
  ...common,
  ESME_ROK: 'accepted',
  ESME_RSYSERR: 'failed',
  ESME_RINVDSTADR: 'failed',
  ESME_RX_T_APPN: 'failed',
} as const

contract({
  provider: jasmin,
  examples: ['jasmin_http'],
  words,
  shapes: [
    {
      name: 'a receipt of level 1',
      receipt: submission,
      form: true,
      id: ['id'],
      status: ['message_status'],
      optional: [],
    },
    {
      name: 'a receipt of level 2',
      receipt,
      form: true,
      id: ['id'],
      status: ['message_status'],
      optional: [
        { path: ['err'], wrong: [true, 1.5, {}] },
        { path: ['donedate'], wrong: ['2613151031', 'soon', {}] },
      ],
    },
  ],
})

// ESME_* stands for all refusals.
holdToFacts(jasmin, 'jasmin_http', {
  receipt: (message_status) => ({ ...receipt, message_status }),
  failing: 'UNDELIV',
  except: ['ESME_*'],
})

const one = (fields: object) => jasmin.parse({ ...receipt, ...fields }).events[0]

describe('jasmin', () => {
  it('takes every other answer of the SMSC than ESME_ROK for a refusal', () => {
    const names = Object.keys(submitStatuses)
    expect(names.length).toBeGreaterThan(60)
    for (const message_status of names) {
      expect(message_status).toMatch(/^ESME_R[A-Z_]+$/)
      expect(one({ message_status })?.status).toBe(
        message_status === 'ESME_ROK' ? 'accepted' : 'failed',
      )
    }
  })

  it.each([
    ['ESME_RINVDSTADR', 'invalid-destination', true],
    ['ESME_RINVDSTTON', 'invalid-destination', true],
    ['ESME_RINVDSTNPI', 'invalid-destination', true],
    ['ESME_RINVSRCADR', 'sender-unregistered', undefined],
    ['ESME_RINVSRCTON', 'sender-unregistered', undefined],
    ['ESME_RINVSRCNPI', 'sender-unregistered', undefined],
    ['ESME_RMSGQFUL', 'throttled', false],
    ['ESME_RTHROTTLED', 'throttled', false],
    ['ESME_RSYSERR', 'network', undefined],
    ['ESME_RX_T_APPN', 'network', false],
    ['ESME_RSUBMITFAIL', 'carrier-rejected', undefined],
    ['ESME_RX_P_APPN', 'carrier-rejected', true],
    ['ESME_RX_R_APPN', 'carrier-rejected', undefined],
    ['ESME_RPROHIBITED', 'carrier-rejected', undefined],
    ['ESME_RINVBNDSTS', 'account', undefined],
    ['ESME_RBINDFAIL', 'account', undefined],
    ['ESME_RINVPASWD', 'account', undefined],
    ['ESME_RINVSYSID', 'account', undefined],
    ['ESME_RSERTYPUNAUTH', 'account', undefined],
    ['ESME_RSERTYPDENIED', 'account', undefined],
    ['ESME_RINVEXPIRY', 'expired', undefined],
    ['ESME_RDELIVERYFAILURE', 'unknown', undefined],
    ['ESME_RUNKNOWNERR', 'unknown', undefined],
  ])('reads the refusal %s as %s', (message_status, reason, permanent) => {
    const failure = { reason, code: message_status, ...(permanent !== undefined && { permanent }) }
    expect(jasmin.parse({ ...submission, message_status }).events).toMatchObject([
      { status: 'failed', failure },
    ])
    expect(one({ message_status })?.failure).toEqual(failure)
  })

  it('sees no failure in what was accepted', () => {
    expect(
      jasmin.parse({ ...submission, message_status: 'ESME_ROK' }).events[0],
    ).not.toHaveProperty('failure')
    for (const err of ['ND', '000', '0'])
      expect(one({ message_status: 'ACCEPTD', err })).not.toHaveProperty('failure')
  })

  it('keeps the SMSC’s own code, whatever it means', () => {
    expect(one({})?.failure).toEqual({ reason: 'unknown', code: '027' })
  })

  it('reads dates of either length in the zone that the context names, UTC by default', () => {
    const at = (donedate: string, timeZone?: string) => {
      const { events, issues } = jasmin.parse({ ...receipt, donedate }, { timeZone })
      expect(issues).toEqual([])
      return events[0]?.occurredAt
    }
    expect(at('2601151031')).toBe(Date.UTC(2026, 0, 15, 10, 31))
    expect(at('202601151031')).toBe(Date.UTC(2026, 0, 15, 10, 31))
    expect(at('2601151031', 'Africa/Tunis')).toBe(Date.UTC(2026, 0, 15, 9, 31))
    for (const nothing of ['ND', '0000000000']) expect(at(nothing)).toBeUndefined()
  })

  it('takes no inbound message for a receipt', () => {
    const inbound = {
      id: submission.id,
      from: '+15550100123',
      to: '15550100001',
      'origin-connector': 'smppc01',
      content: 'STOP',
    }
    expect(jasmin.parse(inbound)).toMatchObject({ events: [], issues: [{ code: 'not-a-receipt' }] })
  })
})
