import { describe, expect, it } from 'vitest'
import type { DeliveryEvent, Parsed, Provider } from 'sms-delivery-state'
import { defineProvider, messente, twilio, vonage } from 'sms-delivery-state/providers'
import { providerContract, receipt, type ContractReceipt } from 'sms-delivery-state/testing'

const callback: ContractReceipt = {
  receipt: { MessageSid: 'SM1', MessageStatus: 'undelivered', ErrorCode: '30003' },
  event: {
    status: 'undelivered',
    providerMessageId: 'SM1',
    failure: { code: '30003', reason: 'unreachable' },
  },
  status: ['MessageStatus'],
  id: ['MessageSid'],
  form: true,
}
const acme = defineProvider({
  name: 'acme',
  shapes: [{ id: 'sms.id', status: 'sms.state', time: { path: 'at', format: 'iso8601' } }],
  statuses: { SENT: 'sent', DONE: 'delivered' },
})
const done: ContractReceipt = {
  receipt: { at: '2026-01-15T09:00:00Z', sms: { id: 'a1', state: 'DONE' } },
  event: { status: 'delivered', providerMessageId: 'a1', occurredAt: Date.UTC(2026, 0, 15, 9) },
  status: ['sms', 'state'],
  id: ['sms', 'id'],
}

// Ours keep the promises that outsiders are asked to keep.
providerContract(twilio, [callback], { describe, it })
providerContract(acme, [done], { describe, it })
for (const [provider, event, status, id] of [
  [
    vonage,
    { status: 'undelivered', failure: { reason: 'unreachable', code: '2', permanent: false } },
    'status',
    'messageId',
  ],
  [
    vonage,
    { status: 'accepted', providerMessageId: 'aaaaaaaa-0000-4000-8000-00000000000a' },
    'status',
    'message_uuid',
  ],
  [messente, { status: 'delivered', occurredAt: 1_768_467_600_000 }, 'status', 'message_id'],
] satisfies [Provider, DeliveryEvent, string, string][]) {
  providerContract(
    provider,
    [{ receipt: receipt(provider, event).body, event, status: [status], id: [id] }],
    { describe, it },
  )
}

// A status that a receipt says in two places, as `status: [a, b]` of a spec has it.
providerContract(
  twilio,
  [
    {
      ...callback,
      receipt: { ...callback.receipt, SmsSid: 'SM1', SmsStatus: 'undelivered' },
      status: [['MessageStatus'], ['SmsStatus']],
      id: [['MessageSid'], ['SmsSid']],
    },
  ],
  { describe, it },
)

// A provider that has no ids.
providerContract(
  defineProvider({
    name: 'nameless',
    shapes: [{ status: 'state' }],
    statuses: { DONE: 'delivered' },
  }),
  [{ receipt: { state: 'DONE' }, event: { status: 'delivered' }, status: ['state'] }],
  { describe, it },
)

/** The titles of the promises that a provider breaks, with what is said about them. */
function broken(provider: Provider): Map<string, string> {
  const found = new Map<string, string>()
  providerContract(provider, [{ ...callback, receipt: { ...callback.receipt } }], {
    describe: (_, body) => body(),
    it(title, body) {
      try {
        body()
      } catch (error) {
        found.set(title, error instanceof Error ? error.message : '')
      }
    },
  })
  return found
}

/** Twilio, spoilt. */
const spoilt = (parse: (parsed: Parsed, receipt: unknown) => Parsed): Provider => ({
  name: 'twilio',
  parse: (receipt, context) => parse(twilio.parse(receipt, context), receipt),
})

let calls = 0

describe('a provider that breaks its contract', () => {
  it('is not Twilio', () => expect(broken(twilio)).toEqual(new Map()))

  it.each<[string, string, Provider]>([
    [
      'loses what it cannot read',
      'makes an issue of whatever is no receipt, and never throws',
      spoilt(({ events }) => ({ events, issues: [] })),
    ],
    [
      'guesses',
      'keeps a status word that it does not know, and does not guess',
      spoilt(({ events, issues }) => ({
        events:
          events.length > 0
            ? events
            : [{ status: 'failed', provider: 'twilio', providerMessageId: 'SM1' }],
        issues,
      })),
    ],
    [
      'throws',
      'never throws, whatever stands in the place of a field, and gives lawful events or issues',
      spoilt((parsed, receipt) => {
        if (typeof receipt === 'string') JSON.parse(receipt)
        return parsed
      }),
    ],
    [
      'reads objects alone',
      'reads it alike in every form, and in arrays',
      spoilt((parsed, receipt) =>
        typeof receipt === 'object' ? parsed : { events: [], issues: parsed.issues },
      ),
    ],
    [
      'changes what it is handed',
      'changes nothing that it is handed, and takes no field from a prototype',
      spoilt((parsed, receipt) => {
        if (typeof receipt === 'object' && receipt !== null && !Array.isArray(receipt))
          Reflect.set(receipt, 'seen', calls++)
        return parsed
      }),
    ],
    [
      'forgets the context',
      'says what the context says',
      { name: 'twilio', parse: (receipt) => twilio.parse(receipt) },
    ],
    [
      'has another name',
      'gives its event, and nothing about it is in doubt',
      { ...acme, parse: twilio.parse },
    ],
    [
      'gives unlawful events',
      'gives its event, and nothing about it is in doubt',
      spoilt(({ events, issues }) => ({
        events: events.map((event) => ({ ...event, receivedAt: NaN })),
        issues,
      })),
    ],
  ])('%s', (_, title, provider) => {
    const complaints = broken(provider)
    expect([...complaints.keys()]).toContain(title)
    expect(complaints.get(title)).toMatch(/sms-delivery-state: providerContract: |JSON/)
  })

  it('needs a test runner', () => {
    expect(() => providerContract(twilio, [], undefined as never)).toThrow(
      'sms-delivery-state: providerContract: runner must be',
    )
  })

  it('needs a receipt', () => {
    expect(() => providerContract(twilio, [], { describe, it })).toThrow(
      /^sms-delivery-state: providerContract: receipts must be at least one/,
    )
  })
})
