import { OUTCOMES, STATUSES, type Outcome, type Status } from 'sms-delivery-state'
import { expectTypeOf } from 'vitest'

/** Compiles as long as it knows every status, and no other. */
export function sentence(status: Status): string {
  switch (status) {
    case 'pending':
    case 'accepted':
    case 'queued':
    case 'sent':
      return 'on its way'
    case 'unknown':
    case 'expired':
      return 'nobody knows'
    case 'failed':
    case 'undelivered':
      return 'not delivered'
    case 'delivered':
      return 'delivered'
    default:
      return status satisfies never
  }
}

export function withoutUnknown(status: Status): string {
  switch (status) {
    case 'pending':
    case 'accepted':
    case 'queued':
    case 'sent':
    case 'expired':
    case 'failed':
    case 'undelivered':
    case 'delivered':
      return status
    default:
      // @ts-expect-error a forgotten status is found at compile time
      return status satisfies never
  }
}

expectTypeOf(STATUSES).toExtend<readonly Status[]>()
expectTypeOf(OUTCOMES).toEqualTypeOf<Readonly<Record<Status, Outcome>>>()
expectTypeOf<Outcome>().toEqualTypeOf<'open' | 'uncertain' | 'failed' | 'delivered'>()

// @ts-expect-error the list of statuses is everybody's
STATUSES[0] = 'sent'
// @ts-expect-error and so are their outcomes
OUTCOMES.unknown = 'failed'
