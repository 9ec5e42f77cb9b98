import {
  parseReceipts,
  reduceReceipts,
  reduceReceiptsByMessage,
  otp,
  type Provider,
} from 'sms-delivery-state'
import { anyProvider, canonical, twilio } from 'sms-delivery-state/providers'
import { describe, expect, test } from 'vitest'
import { tiny } from './tiny-provider.ts'

const sent = { status: 'sent', id: 'X' } as const
const NOW = 1_795_165_203_000

/** The issue that one item makes between two good ones, which are read all the same. */
function issueOf(item: unknown, provider: Provider = tiny) {
  const good = {
    body: provider === tiny ? sent : { MessageSid: 'SM1', MessageStatus: 'sent' },
    receivedAt: NOW,
  }
  const { events, issues } = parseReceipts(provider, [good, item, good])
  expect(events).toHaveLength(2)
  expect(issues).toHaveLength(1)
  expect(issues[0]?.index).toBe(1)
  return issues[0]
}

describe('an item whose context is wrong gives an issue, and no event', () => {
  test.each([
    ['receivedAt', NaN, 'tiny: receivedAt must be a finite number of ms since the epoch, got NaN'],
    ['receivedAt', new Date(NOW), 'tiny: receivedAt must be'],
    ['receivedAt', '2026-11-20T09:00:03Z', 'tiny: receivedAt must be'],
    ['receivedAt', BigInt(NOW), 'tiny: receivedAt must be'],
    ['receivedAt', null, 'tiny: receivedAt must be'],
    [
      'receivedAt',
      1_795_165_203,
      'tiny: receivedAt is in seconds, it seems, not in ms as the others: multiply by 1000',
    ],
    [
      'receivedAt',
      NOW * 1000,
      'tiny: receivedAt is in microseconds, it seems, not in ms as the others: divide by 1000',
    ],
    ['messageId', '', 'tiny: messageId must be'],
    ['attemptId', 5, 'tiny: attemptId must be'],
    ['segment', null, 'tiny: segment must be'],
    ['source', 'fax', 'tiny: source must be one of'],
    ['ref', {}, 'tiny: ref must be'],
    ['timeZone', 'Mars/Olympus', 'tiny: timeZone must be'],
    ['recipientKey', 'last4', 'tiny: recipientKey must be'],
  ])('%s: %s', (field, value, message) => {
    const issue = issueOf({ body: sent, [field]: value })
    expect(issue).toMatchObject({ code: 'invalid', path: [field], received: value })
    expect(issue?.message.startsWith(message)).toBe(true)
  })

  test('it says whose it is', () => {
    expect(issueOf({ body: sent, receivedAt: NaN, messageId: 'm', ref: 'log/7' })).toMatchObject({
      messageId: 'm',
      ref: 'log/7',
    })
    expect(issueOf({ body: sent, segment: { index: 3, count: 2 } })).toMatchObject({
      path: ['segment', 'index'],
      received: 3,
    })
  })
})

describe('a text of the context that no database takes', () => {
  const long = 'x'.repeat(600)

  test('gives no event if it is an id; what was received is cut, and no id', () => {
    const issue = issueOf({ body: sent, messageId: long })
    expect(issue).toMatchObject({
      code: 'invalid',
      path: ['messageId'],
      received: long.slice(0, 512),
    })
    expect(issue).not.toHaveProperty('messageId')
    expect(issueOf({ body: sent, messageId: '' })).not.toHaveProperty('messageId')
    expect(issueOf({ body: sent, attemptId: '\0', ref: 'log/7' })).toMatchObject({
      path: ['attemptId'],
      ref: 'log/7',
    })
  })

  test.each([long, 'a\0', '\ud800'])(
    'is left out if it is a ref: a delivered is not lost for it',
    (ref) => {
      const { events, issues } = parseReceipts(twilio, [
        { body: 'MessageSid=SM1&MessageStatus=delivered', receivedAt: NOW, ref },
      ])
      expect(events).toMatchObject([{ status: 'delivered', receivedAt: NOW }])
      expect(events[0]).not.toHaveProperty('ref')
      expect(issues).toMatchObject([
        { code: 'invalid', path: ['ref'], received: ref.slice(0, 512), index: 0 },
      ])
      expect(issues[0]).not.toHaveProperty('ref')
    },
  )

  test('hides no other fault', () => {
    const { events, issues } = parseReceipts(twilio, [
      { body: 'MessageSid=SM1&MessageStatus=sent', ref: '\0', receivedAt: NaN },
    ])
    expect(events).toEqual([])
    expect(issues.map(({ path }) => path)).toEqual([['ref'], ['receivedAt']])
  })
})

describe('units', () => {
  const at = (...times: number[]) => times.map((receivedAt) => ({ body: sent, receivedAt }))
  const wrong = (items: unknown[], now?: number) =>
    (now === undefined
      ? parseReceipts(tiny, items)
      : reduceReceipts(tiny, items, otp, now)
    ).issues.map(({ index }) => index)

  test('small numbers are a test’s own, and one unit alone is not judged', () => {
    expect(wrong(at(0, 5, 99_999_999, NOW))).toEqual([])
    expect(wrong(at(1_795_165_203, 1_795_165_204))).toEqual([])
    expect(wrong(at(NOW * 1000))).toEqual([])
  })

  test('the one that differs from the others is wrong', () => {
    expect(wrong(at(NOW, 1_795_165_203, NOW))).toEqual([1])
    expect(wrong(at(NOW, NOW * 1000))).toEqual([1])
    expect(wrong(at(1_795_165_203, NOW * 1000))).toEqual([0])
  })

  test('now is of the same clock', () => {
    expect(wrong(at(1_795_165_203, 1_795_165_204), NOW)).toEqual([0, 1])
    const { issues } = reduceReceiptsByMessage(tiny, at(1_795_165_203), otp, NOW)
    expect(issues).toMatchObject([{ code: 'invalid', path: ['receivedAt'], index: 0 }])
  })

  test('in the context of the call it is misuse', () => {
    expect(() => parseReceipts(tiny, at(NOW), { receivedAt: 1_795_165_203 })).toThrow(
      'sms-delivery-state: parseReceipts: context.receivedAt must be in ms, as the others are, got 1795165203. It is in seconds, it seems: multiply by 1000.',
    )
    expect(() => parseReceipts(tiny, [], { receivedAt: NaN })).toThrow(
      /^sms-delivery-state: parseReceipts: context\.receivedAt must be/,
    )
  })
})

describe('a receipt that has a body of its own', () => {
  const message = { sid: 'SM1', status: 'sent', body: 'Your code is 1', direction: 'outbound-api' }

  test('is a receipt, as Twilio’s polled message', () => {
    expect(parseReceipts(twilio, [message], { receivedAt: NOW })).toMatchObject({
      events: [{ status: 'sent', providerMessageId: 'SM1' }],
      issues: [],
    })
    expect(parseReceipts(tiny, [{ body: 'Your code is 1', ...sent }]).events).toHaveLength(1)
  })

  test('keeps its own issue if it is damaged', () => {
    expect(issueOf({ ...message, status: 'odd' }, twilio)).toMatchObject({
      code: 'unrecognized-status',
      received: 'odd',
    })
  })

  test('is an issue that names the keys if nothing can be read of it', () => {
    const item = { body: { MessageSid: 'SM1', MessageStatus: 'sent' }, received_at: NOW }
    const issue = issueOf(item, twilio)
    expect(issue).toMatchObject({ code: 'invalid', received: item })
    expect(issue?.message).toBe(
      'twilio: nothing can be read of it, and beside body it has "received_at"; write { body } with none but ' +
        'receivedAt, messageId, attemptId, segment, source, ref, timeZone, recipientKey',
    )
    expect(issueOf(item, anyProvider)?.message).toContain('"received_at"')
    const many = Object.fromEntries(['body', ...'abcdefg'].map((key) => [key.repeat(50), 1]))
    expect(issueOf({ body: 1, ...many })?.message).toContain(', …; write')
  })

  test('is an issue if its body is one too: a row of an inbox, and which is which?', () => {
    const row = { id: 'row', status: 'sent', body: JSON.stringify(sent), created: NOW }
    const parsing: Provider = {
      name: 'tiny',
      parse: (receipt, context) =>
        tiny.parse(typeof receipt === 'string' ? JSON.parse(receipt) : receipt, context),
    }
    const { events, issues } = parseReceipts(parsing, [row])
    expect(events).toEqual([])
    expect(issues).toMatchObject([{ code: 'invalid', index: 0, received: row }])
    expect(issues[0]?.message).toContain(
      'it is a receipt and so is its body, and beside body it has "id", "status", "created"',
    )
  })

  test('is an issue that names the keys if it seems damaged, and its body is a receipt', () => {
    const row = { id: 7, status: 'new', body: 'MessageSid=SM1&MessageStatus=sent', created: NOW }
    expect(issueOf(row, twilio)?.message).toContain(
      'nothing can be read of it, and beside body it has "id", "status", "created"',
    )
  })

  test('an item whose body is no receipt is not read as one', () => {
    expect(issueOf({ body: 'Your code is 1' })).toMatchObject({
      code: 'not-a-receipt',
      received: 'Your code is 1',
    })
  })
})

describe('a receivedAt beside the receipt’s own fields', () => {
  const receipt = { MessageSid: 'SM1', MessageStatus: 'sent', receivedAt: NOW }

  test('would be lost in silence', () => {
    expect(issueOf(receipt, twilio)).toMatchObject({
      code: 'invalid',
      path: ['receivedAt'],
      message:
        'twilio: it has a receivedAt of its own, which is not read there; write { body: receipt, receivedAt }',
    })
    expect(parseReceipts(twilio, [receipt], { receivedAt: NOW }).issues).toHaveLength(1)
  })

  test('may say nothing', () => {
    for (const receivedAt of [undefined, null])
      expect(
        parseReceipts(twilio, [{ ...receipt, receivedAt }], { receivedAt: NOW }).events,
      ).toHaveLength(1)
  })

  test('is canonical’s own', () => {
    const event = { status: 'sent', providerMessageId: '1', receivedAt: NOW }
    for (const context of [{}, { receivedAt: NOW }, { receivedAt: NOW + 1 }])
      expect(parseReceipts(canonical, [event], context)).toStrictEqual({
        events: [event],
        issues: [],
      })
  })
})

const { proxy: revoked, revoke } = Proxy.revocable({}, {})
revoke()
const throwing = Object.defineProperty({}, Symbol.toStringTag, {
  get: () => expect.fail('not data'),
})
const shouting = Object.assign(() => 1, { toString: () => expect.fail('not data') })

test.each([
  'receivedAt',
  'messageId',
  'attemptId',
  'segment',
  'source',
  'ref',
  'timeZone',
  'recipientKey',
])('a %s that throws when it is looked at is an issue', (field) => {
  for (const value of [revoked, throwing])
    expect(issueOf({ body: sent, [field]: value })).toMatchObject({ code: 'invalid' })
  if (field !== 'messageId' && field !== 'recipientKey')
    expect(issueOf({ body: sent, [field]: shouting })?.message).toContain('got a function')
})

test('an item that throws when it is looked at is a receipt that cannot be read', () => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  const getter = Object.defineProperty({}, 'body', {
    enumerable: true,
    get: () => expect.fail('not data'),
  })
  for (const item of [proxy, getter])
    expect(parseReceipts(twilio, [item])).toMatchObject({ events: [], issues: [{ index: 0 }] })
})
