import { sql } from 'sms-delivery-state/sql'
import { describe, expect, it } from 'vitest'

const { loadEvents, loadMessage } = sql('postgres')

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
    expect(loadEvents([{ status: 'gone', receipts_expected: 'no' }])).toEqual([
      { status: 'gone', receiptsExpected: 'no' },
    ]))
})

describe('loadMessage', () => {
  it('takes the smallest flow by code points', () =>
    expect(loadMessage([{ flow: '\u{1F600}' }, { flow: '\uFF5E' }, { flow: null }]).flow).toBe(
      '\uFF5E',
    ))

  it('of no rows is of no message', () =>
    expect(loadMessage([])).toEqual({ messageId: undefined, flow: undefined, events: [] }))
})
