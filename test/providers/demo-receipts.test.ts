import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { alert, notification, otp, parseReceipts, reduceByMessage, type ReceiptItem } from '../../src/index.ts'
import { providers } from '../../src/providers/index.ts'

const now = Date.parse('2026-11-20T12:00:00Z')

/** Each message, its policy, and what it must come to. */
const expected = {
  vonage: {
    'login-51': [otp, 'delivered', undefined],
    'login-52': [otp, 'expired', undefined],
    'parcel-91': [notification, 'delivered', undefined],
    'fraud-21': [alert, 'undelivered', 'unreachable'],
    'fraud-22': [alert, 'expired', 'expired'],
  },
  messente: {
    'login-61': [otp, 'delivered', undefined],
    'login-62': [otp, 'expired', undefined],
    'parcel-95': [notification, 'delivered', undefined],
    'fraud-31': [alert, 'undelivered', 'unreachable'],
  },
} as const

describe.each(Object.entries(expected))('the receipts of %s in examples/', (name, messages) => {
  const file = new URL(`../../examples/receipts/${name}.ndjson`, import.meta.url)
  const inMs = (key: string, value: unknown) => (key === 'receivedAt' ? Date.parse(String(value)) : value)
  const items = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line, inMs) as ReceiptItem)
  const { events, issues } = parseReceipts(providers[name as keyof typeof expected], items)

  it('are all read', () => expect([events.length, issues]).toEqual([items.length, []]))

  it('are in the order in which they came', () => {
    const times = events.map((event) => event.receivedAt ?? NaN)
    expect(times).toEqual([...times].sort((a, b) => a - b))
  })

  it('say nothing that had not happened yet', () => {
    for (const { occurredAt = 0, receivedAt = 0 } of events) expect(occurredAt).toBeLessThanOrEqual(receivedAt)
  })

  it('are those of these messages', () => {
    expect([...new Set(events.map((event) => event.messageId))].sort()).toEqual(Object.keys(messages).sort())
  })

  it.each(Object.entries(messages))('make %s what it is', (messageId, [policy, status, reason]) => {
    const state = reduceByMessage(events, policy, now).get(messageId)
    expect([state?.status, state?.failure?.reason, state?.attempts.length]).toEqual([status, reason, 1])
  })
})
