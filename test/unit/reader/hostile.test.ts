import { describe, expect, it } from 'vitest'
import { anyProvider, defineProvider } from '../../../src/providers/index.ts'
import { readReceiptText, startsAsReceipt } from '../../../src/reader/receipt-text.ts'
import { hostile, type Target } from '../../providers/hostile.ts'

/** A provider that uses all that a spec can say. */
const everything = defineProvider({
  name: 'everything',
  shapes: [
    {
      id: ['id', 'key'],
      recipient: 'to',
      status: ['status', 'state'],
      code: ['code', 'error.code'],
      permanent: 'permanent',
      time: [
        { path: 'done', format: 'smpp-date', none: /^0+$/ },
        { path: ['at', 'meta.at'], format: 'iso8601', timeZone: 'Europe/London' },
      ],
      segment: { index: 'part', count: 'parts' },
      eventId: 'event',
      reference: 'order',
      when: { kind: /^(?:dlr|receipt)$/ },
      inbound: { direction: 'in' },
      intermediate: { final: 'false' },
    },
    {
      within: 'items[].data',
      id: 'id',
      status: 'status',
      code: 'code',
      time: { path: 'at', format: 'epoch-seconds' },
    },
    { status: 'word', when: { from: 'acme' }, statuses: { null: 'queued', ok: 'delivered' } },
  ],
  statuses: {
    sent: 'sent',
    done: 'delivered',
    bad: { status: 'undelivered', permanent: true },
    in: 'inbound',
  },
  codes: {
    0: null,
    1: 'network',
    2: { confirmedBy: 'handset' },
    3: { reason: 'expired', status: 'expired', warning: true },
  },
})

const whole: Target = {
  receipt: {
    ...{
      kind: 'dlr',
      id: '1',
      to: '+15550100123',
      status: 'bad',
      code: 1,
      permanent: true,
      at: '2026-01-15T09:00:00Z',
    },
    ...{ part: 1, parts: 2, event: 'e', order: 'o', final: 'true', direction: 'out' },
  },
  id: ['id'],
  status: ['status'],
  optional: [
    'kind',
    'to',
    'code',
    'permanent',
    'at',
    'part',
    'parts',
    'event',
    'order',
    'final',
    'direction',
  ].map((key) => ({
    path: [key],
  })),
}
const item: Target = {
  receipt: { items: [{ data: { id: '1', status: 'done', code: 2, at: 1_768_467_600 } }] },
  id: ['items', 0, 'data', 'id'],
  status: ['items', 0, 'data', 'status'],
  optional: [
    { path: ['items', 0, 'data', 'code'] },
    { path: ['items', 0, 'data', 'at'] },
    { path: ['items'] },
  ],
}
const nameless: Target = {
  receipt: { from: 'acme', word: null },
  status: ['word'],
  optional: [{ path: ['from'] }],
}

describe('the reader', () => hostile(everything, [whole, item, nameless]))

describe('anyProvider', () =>
  hostile(anyProvider, [
    {
      receipt: { MessageSid: 'SM1', MessageStatus: 'sent' },
      id: ['MessageSid'],
      status: ['MessageStatus'],
      optional: [],
    },
  ]))

describe('the text of an SMPP receipt', () => {
  it('may be long', () => {
    const parts = [
      'x',
      ' ',
      'id',
      'id:',
      ' id:1',
      ' submit ',
      '\0',
      '^id',
      ' err: ',
      ' done date:2023-01-01 10:00',
      ' text:',
      ' stat:x y',
    ]
    for (const part of parts) {
      expect(() => readReceiptText(part.repeat(1_000_000))).not.toThrow()
      expect(() => startsAsReceipt(part.repeat(1_000_000))).not.toThrow()
    }
  })
})
