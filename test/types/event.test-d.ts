import type {
  Confirmation,
  DeliveryEvent,
  Failure,
  FailureReason,
  Source,
  Status,
} from 'sms-delivery-state'
import { expectTypeOf } from 'vitest'

type OptionalFields = {
  [Field in keyof DeliveryEvent as undefined extends DeliveryEvent[Field] ? Field : never]: unknown
}

expectTypeOf<Exclude<keyof DeliveryEvent, keyof OptionalFields>>().toEqualTypeOf<'status'>()
expectTypeOf<DeliveryEvent['status']>().toEqualTypeOf<Status>()
expectTypeOf<NonNullable<DeliveryEvent['confirmedBy']>>().toEqualTypeOf<Confirmation>()
expectTypeOf<Confirmation>().toEqualTypeOf<'platform' | 'carrier' | 'handset' | 'user'>()
expectTypeOf<Source>().toEqualTypeOf<
  'webhook' | 'poll' | 'response' | 'smpp' | 'service' | 'user' | 'manual'
>()
expectTypeOf<Failure['reason']>().toEqualTypeOf<FailureReason>()

// Whatever may be left out may be undefined too, so that a row of a database can be handed on.
export const sparse: DeliveryEvent = {
  status: 'failed',
  receivedAt: undefined,
  occurredAt: undefined,
  messageId: undefined,
  attemptId: undefined,
  provider: undefined,
  providerMessageId: undefined,
  segment: { index: 1, count: undefined },
  eventId: undefined,
  source: undefined,
  confirmedBy: undefined,
  failure: { reason: 'network', code: undefined, permanent: undefined },
  scheduledFor: undefined,
  receiptsExpected: undefined,
  reference: undefined,
  ref: undefined,
}

// @ts-expect-error an event without a status claims nothing
export const silent: DeliveryEvent = { receivedAt: 1 }
// @ts-expect-error a provider's word is not a status
export const raw: DeliveryEvent = { status: 'DELIVRD' }
// @ts-expect-error instants are numbers
export const dated: DeliveryEvent = { status: 'sent', receivedAt: new Date(0) }
// @ts-expect-error null is not undefined
export const nulled: DeliveryEvent = { status: 'sent', attemptId: null }
// @ts-expect-error a segment has a place
export const placeless: DeliveryEvent = { status: 'sent', segment: { count: 2 } }
export const unreasonable: DeliveryEvent = {
  status: 'failed',
  // @ts-expect-error a reason is one of ours
  failure: { reason: 'absent-subscriber' },
}
// @ts-expect-error events are handed in, not changed
sparse.status = 'sent'
