import { sql } from 'sms-delivery-state/sql'
import { describe, expect, it } from 'vitest'

const { loadEffects, loadEvents, loadMessage } = sql('postgres')

describe('loadEvents', () => {
  it('leaves out nulls, and reads numbers and instants however a driver gives them', () => {
    const instant = 1_790_000_000_000
    for (const received_at of [instant, String(instant), BigInt(instant), new Date(instant)]) {
      const row = {
        status: 'sent',
        message_id: null,
        received_at,
        segment: '2',
        segment_count: 3n,
        occurred_at: undefined,
      }
      expect(loadEvents([row])).toEqual([
        { status: 'sent', receivedAt: instant, segment: { index: 2, count: 3 } },
      ])
    }
  })

  it('reads booleans as 0 and 1 too', () => {
    for (const [no, yes] of [
      [false, true],
      [0, 1],
      [0n, 1n],
    ]) {
      expect(
        loadEvents([
          { status: 'failed', failure_reason: 'network', failure_permanent: no, read: yes },
        ]),
      ).toEqual([
        { status: 'failed', failure: { reason: 'network', permanent: false }, read: true },
      ])
    }
  })

  it('passes on what is wrong, for others to refuse', () =>
    expect(loadEvents([{ status: 'gone', receipts_expected: 'no', received_at: true }])).toEqual([
      { status: 'gone', receiptsExpected: 'no', receivedAt: true },
    ]))
})

describe('loadEffects', () => {
  it('reads numbers and booleans however a driver gives them', () => {
    const row = { id: 'e1', message_id: 'm1', advice_key: 'resend/1', action: 'resend' }
    const effect = { id: 'e1', messageId: 'm1', adviceKey: 'resend/1', action: 'resend' }
    for (const [tries, no, yes] of [
      [2, false, true],
      [2n, 0n, 1n],
      ['2', 0, 1],
    ])
      expect(
        loadEffects([
          { ...row, tries, superseded: no },
          { ...row, tries, superseded: yes },
        ]),
      ).toEqual([
        { ...effect, tries: 2, superseded: false },
        { ...effect, tries: 2, superseded: true },
      ])
  })
})

describe('loadMessage', () => {
  it('takes the id and the flow from whichever row has them', () =>
    expect(
      loadMessage([{ status: 'sent' }, { message_id: 'm1', flow: 'otp' }, { message_id: 'm2' }]),
    ).toMatchObject({ messageId: 'm1', flow: 'otp' }))

  it('takes the smallest flow by code points', () =>
    expect(loadMessage([{ flow: '\u{1F600}' }, { flow: '\uFF5E' }, { flow: null }]).flow).toBe(
      '\uFF5E',
    ))

  it('of no rows is of no message', () =>
    expect(loadMessage([])).toEqual({ messageId: undefined, flow: undefined, events: [] }))
})
