import {
  parseReceipts,
  reduceReceipts,
  reduceReceiptsByMessage,
  otp,
  type DeliveryEvent,
  type DeliveryState,
  type Issue,
  type IssueCode,
  type Parsed,
  type Provider,
} from 'sms-delivery-state'
import { expectTypeOf } from 'vitest'

expectTypeOf(parseReceipts).returns.toEqualTypeOf<Parsed>()
expectTypeOf(reduceReceipts).returns.toEqualTypeOf<{ state: DeliveryState; issues: Issue[] }>()
expectTypeOf(reduceReceiptsByMessage).returns.toEqualTypeOf<{
  states: Map<string, DeliveryState>
  issues: Issue[]
}>()
expectTypeOf<Parsed>().toEqualTypeOf<{
  readonly events: DeliveryEvent[]
  readonly issues: Issue[]
}>()

/** Compiles as long as it knows every code, and no other. */
export function sentence(code: IssueCode): string {
  switch (code) {
    case 'invalid':
      return 'not what the provider documents'
    case 'unrecognized-status':
      return 'a status word that we do not know'
    case 'not-a-receipt':
      return 'something else'
    case 'undetected-provider':
      return 'nobody’s'
    default:
      return code satisfies never
  }
}

declare const provider: Provider
// A receipt is whatever came.
parseReceipts(provider, [null, 1, 'a=b', {}, { body: {}, receivedAt: 1 }])
parseReceipts(provider, [], {
  messageId: (event) => event.reference,
  segment: { index: 1 },
  timeZone: undefined,
})

// @ts-expect-error a context's instant is a number
parseReceipts(provider, [], { receivedAt: '2026-11-01' })
// @ts-expect-error the library reads no clock
reduceReceipts(provider, [], otp)
// @ts-expect-error a provider is not its name
parseReceipts('twilio', [])
