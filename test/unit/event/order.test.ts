import { expect, test } from 'vitest'
import { eventText, fullText } from '../../../src/event/event-text.ts'
import { compareText, minDefined, minText } from '../../../src/event/order.ts'
import type { DeliveryEvent } from '../../../src/event/event.ts'

test('equal contents have one text, whatever the order of their keys', () => {
  const text = '{"failure":{"code":"7","reason":"network"},"receivedAt":1,"status":"failed"}'
  const event: DeliveryEvent = {
    status: 'failed',
    receivedAt: 1,
    failure: { reason: 'network', code: '7' },
    messageId: undefined,
  }
  expect(fullText(event)).toBe(text)
  expect(eventText(event)).toBe(text)
})

test('a claim has one text wherever its raw receipt is kept', () => {
  const event: DeliveryEvent = { status: 'sent', receivedAt: -0, ref: 's3://1' }
  expect(eventText(event)).toBe('{"receivedAt":0,"status":"sent"}')
  expect(fullText(event)).toBe('{"receivedAt":0,"ref":"s3://1","status":"sent"}')
})

test('what is no field of a claim is not in its text', () => {
  const row = {
    status: 'failed',
    receivedAt: 1,
    id: 7,
    code: 'x',
    reason: 'y',
    index: 1,
    failure: { reason: 'network', row: 7 },
  } as const
  const text = '{"failure":{"reason":"network"},"receivedAt":1,"status":"failed"}'
  expect(eventText(row)).toBe(text)
  expect(fullText(row)).toBe(text)
  expect(fullText({ ...row, count: 1n, toJSON: () => 7 } as DeliveryEvent)).toBe(text)
})

test('what is no event has no text', () => {
  for (const event of [
    undefined,
    null,
    'sent',
    {},
    { status: 'odd' },
    { status: 'sent', receivedAt: NaN },
  ])
    expect(() => eventText(event as DeliveryEvent)).toThrow(
      /^sms-delivery-state: eventText: event.* must be /,
    )
})

test('the text of an event has its segment', () => {
  const event: DeliveryEvent = { status: 'sent', segment: { index: 1, count: 2 } }
  expect(eventText(event)).toBe('{"segment":{"count":2,"index":1},"status":"sent"}')
})

test('of two texts the smaller is taken, of one that one', () => {
  expect(minText(undefined, 'b')).toBe('b')
  expect(minText('a', 'b')).toBe('a')
  expect(minText('\u{10000}', '\uffff')).toBe('\uffff')
})

test('of two instants the smaller is taken, of one that one', () => {
  expect(minDefined(undefined, undefined)).toBeUndefined()
  expect(minDefined(undefined, 2)).toBe(2)
  expect(minDefined(1, undefined)).toBe(1)
  expect(minDefined(1, 2)).toBe(1)
  expect(minDefined(2, 1)).toBe(1)
})

test('texts are ordered by code points, as UTF-8 bytes are', () => {
  const texts = [
    '',
    'a',
    'ab',
    'b',
    '\ud7ff',
    '\ue000',
    '\uffff',
    '\u{10000}',
    '\u{10ffff}',
    'a\u{1f600}',
    'a\uffee',
  ]
  const bytes = (text: string) => Buffer.from(text)
  for (const a of texts) {
    for (const b of texts)
      expect(Math.sign(compareText(a, b)), `${a} ${b}`).toBe(Buffer.compare(bytes(a), bytes(b)))
  }
})
