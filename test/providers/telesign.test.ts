import { describe, expect, it } from 'vitest'
import { telesign } from '../../src/providers/telesign/index.ts'
import { contract } from './contract.ts'
import { factsOf, holdToFacts } from './facts.ts'

const callback = {
  reference_id: '0000000000000000000000000000A042',
  external_id: 'order-42',
  sub_resource: 'sms',
  errors: [],
  status: { code: 210, updated_on: '2026-01-15T10:31:05.559307Z', description: '…' },
}

const { statuses, errors } = factsOf('telesign')

contract({
  provider: telesign,
  words: Object.fromEntries(
    Object.entries(statuses).map(([code, { canonical }]) => [code, canonical]),
  ),
  shapes: [
    {
      name: 'a callback',
      receipt: callback,
      id: ['reference_id'],
      status: ['status', 'code'],
      optional: [
        { path: ['status', 'updated_on'], wrong: ['2026-01-15T25:31:05Z', 'soon', 1768473065, {}] },
        { path: ['external_id'], wrong: [true, {}] },
      ],
    },
  ],
})

const receipt = (code: number | string) => ({ ...callback, status: { ...callback.status, code } })
holdToFacts(telesign, 'telesign', {
  receipt: (word, code = word) => receipt(Number(code)),
  failing: '210',
})

describe('telesign', () => {
  it.each(Object.keys(statuses).filter((code) => !Object.hasOwn(errors, code)))(
    'sees no failure in %s',
    (code) => {
      expect(telesign.parse(receipt(code)).events[0]).not.toHaveProperty('failure')
    },
  )

  it('says that the handset vouches for what is delivered', () => {
    expect(telesign.parse(receipt(200)).events).toMatchObject([
      { status: 'delivered', confirmedBy: 'handset' },
    ])
  })
})
