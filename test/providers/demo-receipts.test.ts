import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  alert,
  notification,
  otp,
  parseReceipts,
  reduceByMessage,
  type ReceiptItem,
} from '../../src/index.ts'
import { anyProvider, providers } from '../../src/providers/index.ts'

const now = Date.parse('2026-11-20T12:00:00Z')

/** Each message of each flow, and what it must come to. */
const FLOWS = [
  {
    policy: otp,
    problems: ['not-a-receipt'],
    messages: {
      'login-41': 'delivered',
      'login-42': 'expired',
      'login-43': 'undelivered opted-out',
      'login-44': 'delivered',
      'login-45': 'expired',
      'login-46': 'sent',
      'login-47': 'pending',
      'login-51': 'delivered',
      'login-52': 'expired',
      'login-61': 'delivered',
      'login-62': 'expired',
      'signup-5': 'delivered',
      'smpp:7f3a0201': 'delivered',
      'smpp:7f3a0204': 'delivered',
    },
  },
  {
    policy: alert,
    problems: [],
    messages: {
      'fraud-11': 'unknown',
      'fraud-12': 'delivered',
      'fraud-13': 'delivered',
      'fraud-14': 'undelivered invalid-destination',
      'fraud-15': 'delivered',
      'fraud-16': 'sent',
      'fraud-21': 'undelivered unreachable',
      'fraud-22': 'expired expired',
      'fraud-31': 'undelivered unreachable',
      'outage-3': 'sent',
      'smpp:7f3a0202': 'delivered',
    },
  },
  {
    policy: notification,
    problems: ['unrecognized-status', 'unrecognized-status'],
    messages: {
      'bill-88': 'delivered',
      'parcel-81': 'delivered',
      'parcel-82': 'unknown',
      'parcel-83': 'delivered',
      'parcel-84': 'delivered',
      'parcel-85': 'undelivered content-blocked',
      'parcel-86': 'failed canceled',
      'parcel-87': 'sent',
      'parcel-91': 'delivered',
      'parcel-95': 'delivered',
      'smpp:7f3a0203': 'delivered',
    },
  },
]

const folderOf = (flow: string) => new URL(`../../examples/receipts/${flow}/`, import.meta.url)

describe.each(FLOWS)(
  'the receipts of $policy.name in examples/',
  ({ policy, problems, messages }) => {
    const logs = readdirSync(folderOf(policy.name)).map(
      (name) => [name, itemsOf(policy.name, name)] as const,
    )
    const { events, issues } = parseReceipts(
      anyProvider,
      logs.flatMap(([, items]) => items),
    )

    it('make each message what it is', () => {
      const told = [...reduceByMessage(events, policy, now)].map(([id, { status, failure }]) => [
        id,
        `${status} ${failure?.reason ?? ''}`.trim(),
      ])
      expect(Object.fromEntries(told)).toEqual(messages)
    })

    it('are read but for what is wrong on purpose', () =>
      expect(issues.map(({ code }) => code)).toEqual(problems))

    it('come from providers that we know', () => {
      const names = logs
        .map(([name]) => name.replace('.ndjson', ''))
        .filter((name) => name !== 'submissions')
      expect(names.length).toBeGreaterThan(1)
      expect(Object.keys(providers)).toEqual(expect.arrayContaining(names))
    })

    it.each(logs)('%s is in the order in which it came', (_, items) => {
      const times = items.map(({ receivedAt = NaN }) => receivedAt)
      expect(times).toEqual([...times].sort((a, b) => a - b))
    })

    it('say nothing that had not happened yet', () => {
      for (const { occurredAt = 0, receivedAt = 0 } of events)
        expect(occurredAt).toBeLessThanOrEqual(receivedAt)
    })
  },
)

function itemsOf(flow: string, name: string): ReceiptItem[] {
  const inMs = (key: string, value: unknown) =>
    key === 'receivedAt' ? Date.parse(String(value)) : value
  const lines = readFileSync(new URL(name, folderOf(flow)), 'utf8')
    .trimEnd()
    .split('\n')
  return lines.map((line) => JSON.parse(line, inMs) as ReceiptItem)
}
