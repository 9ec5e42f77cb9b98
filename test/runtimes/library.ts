import type * as core from 'sms-delivery-state'
import type * as explain from 'sms-delivery-state/explain'
import type * as machine from 'sms-delivery-state/machine'
import type * as metrics from 'sms-delivery-state/metrics'
import type * as providers from 'sms-delivery-state/providers'
import type * as schema from 'sms-delivery-state/schema'
import type * as sql from 'sms-delivery-state/sql'
import type * as testing from 'sms-delivery-state/testing'

/** The package as a runtime has loaded it. */
export interface Library {
  readonly core: typeof core
  readonly explain: typeof explain
  readonly metrics: typeof metrics
  readonly providers: typeof providers
  readonly sql: typeof sql
  readonly testing: typeof testing
  /** What needs XState or zod, which do not load everywhere. */
  readonly machine?: typeof machine
  readonly schema?: typeof schema
}

/** A receipt as it came over the wire. */
export interface Wire {
  readonly provider: string
  readonly text: string
  readonly context: core.ReceiptContext
}

/** What is known of one message: what the service says itself, and what it was sent. */
export interface World {
  readonly messageId: string
  readonly policy: core.Policy
  readonly now: number
  readonly events: readonly core.DeliveryEvent[]
  readonly receipts: readonly Wire[]
}

/** A receipt of a provider's documentation, as an object and as it comes over the wire. */
export interface Sample {
  readonly name: string
  readonly payload: unknown
  readonly raw: string
  readonly bytes: readonly number[]
}

/** What every runtime is asked. Plain JSON. */
export interface Questions {
  readonly worlds: readonly World[]
  readonly samples: readonly Sample[]
  /** The same of providers whose times are those of a zone. */
  readonly zoned: { readonly worlds: readonly World[]; readonly samples: readonly Sample[] }
  readonly network: {
    readonly seed: number
    readonly messages: number
    readonly providers: readonly string[]
  }
}
