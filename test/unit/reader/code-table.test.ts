import { expect, it } from 'vitest'
import { codeTable, defineProvider } from '../../../src/providers/index.ts'

it('gives each code of a row the row', () => {
  const permanent = { reason: 'invalid-destination', permanent: true } as const
  const codes = codeTable([null, 0, '00'], ['unreachable', 'BUSY', 6], [permanent, 1])
  expect(codes).toStrictEqual({
    0: null,
    '00': null,
    BUSY: 'unreachable',
    6: 'unreachable',
    1: permanent,
  })
})

it('is what a spec takes', () => {
  const { parse } = defineProvider({
    name: 'acme',
    shapes: [{ id: 'id', status: 'status', code: 'code' }],
    statuses: { BAD: 'undelivered' },
    codes: codeTable(['opted-out', 7]),
  })
  expect(parse({ id: '1', status: 'BAD', code: 7 }).events[0]?.failure).toStrictEqual({
    reason: 'opted-out',
    code: '7',
  })
})

it('refuses a code that stands twice', () => {
  expect(() => codeTable(['network', 1], ['account', '1'])).toThrow(
    'sms-delivery-state: codeTable: each code must be in one row, got "1". Take it out of the other row.',
  )
})
