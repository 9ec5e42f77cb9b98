import { describe, expect, it } from 'vitest'
import { elks46 } from '../../src/providers/elks46/index.ts'
import { contract } from './contract.ts'
import { holdToFacts } from './facts.ts'

const id = 's00000000000000000000000000000042a'
const callback = { id, status: 'delivered', delivered: '2026-01-15T10:31:05.123456' }
const message = {
  ...callback,
  direction: 'outgoing',
  from: 'MyService',
  to: '+15550100123',
  cost: 3500,
}
const wrong = ['2026-01-15T25:31:05', '15.01.2026', 1768473065, {}]

contract({
  provider: elks46,
  words: { created: 'accepted', sent: 'sent', delivered: 'delivered', failed: 'undelivered' },
  shapes: [
    {
      name: 'a callback',
      receipt: callback,
      form: true,
      id: ['id'],
      status: ['status'],
      optional: [{ path: ['delivered'], wrong }],
    },
    {
      name: 'a message',
      receipt: message,
      id: ['id'],
      status: ['status'],
      optional: [{ path: ['delivered'], wrong }],
    },
    {
      name: 'the history',
      receipt: { data: [message] },
      id: ['data', 0, 'id'],
      status: ['data', 0, 'status'],
      optional: [{ path: ['data', 0, 'delivered'], wrong }],
    },
  ],
})

holdToFacts(elks46, 'elks46', { receipt: (status) => ({ id, status }), failing: 'failed' })

describe('elks46', () => {
  it('reads a time without a zone as UTC, and one that names its zone as it says', () => {
    const at = (delivered: string) => elks46.parse({ ...callback, delivered }).events[0]?.occurredAt
    expect(at('2026-01-15T10:31:05')).toBe(Date.UTC(2026, 0, 15, 10, 31, 5))
    expect(at('2026-01-15T10:31:05Z')).toBe(Date.UTC(2026, 0, 15, 10, 31, 5))
  })

  it('takes an incoming message of the history for no receipt', () => {
    const incoming = { id, direction: 'incoming', from: '+15550100123', message: 'STOP' }
    const { events, issues } = elks46.parse({ data: [message, incoming] })
    expect(events).toMatchObject([{ status: 'delivered', source: 'poll' }])
    expect(issues).toMatchObject([{ code: 'not-a-receipt', path: ['data', 1] }])
    expect(elks46.parse(incoming).issues).toMatchObject([{ code: 'not-a-receipt' }])
  })
})
