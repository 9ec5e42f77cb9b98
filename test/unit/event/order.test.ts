import { expect, test } from 'vitest'
import { FIELDS, textOf } from '../../../src/event/order.ts'

test('equal contents have one text, whatever the order of their keys', () => {
  expect(FIELDS).toEqual([...FIELDS].sort())
  const text = '{"failure":{"code":"7","reason":"network"},"receivedAt":1,"status":"failed"}'
  expect(textOf({ status: 'failed', receivedAt: 1, failure: { reason: 'network', code: '7' }, messageId: undefined })).toBe(text)
})
