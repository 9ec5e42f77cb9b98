import type { DeliveryEvent } from '../event/event.ts'
import type { Issue, ReceiptContext } from '../receipts/provider.ts'
import type { ToFields } from './spec.ts'

/** Where fields are looked up. */
export interface Scope {
  /** What was received, decoded. */
  body: unknown
  /** The same, text as a form. */
  fields: unknown
  /** What the receipt was laid out by. */
  toFields: ToFields | undefined
  /** What paths lead through: the fields, or what a shape makes of the body. */
  receipt: unknown
  /** The item of the receipt's list that is read. */
  item: unknown
}

/** One call of `parse`: what is read, and what came of it so far. */
export interface Reading extends Scope {
  readonly context: ReceiptContext
  readonly events: DeliveryEvent[]
  readonly issues: Issue[]
  /** How many issues there are beside these. */
  left: number
  /** The place of the receipt in the arrays that it came in. */
  readonly at: number[]
  /** The place of the receipt in the array that `toFields` made; -1 if it made none. */
  part: number
  /** The place of `item` in its list. */
  position: number
  /** Whose the receipt is, or else whose `parse` was called. */
  provider: string
}
