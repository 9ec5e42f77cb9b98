import type { DeliveryEvent, Segment, Source } from '../event/event.ts'
import type { ReceiptItem } from '../receipts/receipt-item.ts'
import { parseReceipts } from '../receipts/parse-receipts.ts'
import type { Provider, ReceiptContext } from '../receipts/provider.ts'

/**
 * A raw receipt as it reaches a service, with what the service knows beside it. Its own fields are
 * those of `ReceiptItem`, and no more: spread it and change some (`{ ...receipt, receivedAt }`),
 * print it as JSON, or pass it on to `parseReceipts` and `reduceReceipts`.
 */
export class Receipt implements ReceiptItem {
  /** The receipt as a body parser gives it. */
  readonly body: Readonly<Record<string, unknown>>
  declare readonly receivedAt?: number
  declare readonly messageId?: string
  declare readonly attemptId?: string
  declare readonly segment?: Segment
  declare readonly source?: Source
  declare readonly ref?: string
  readonly #provider: Provider
  readonly #contentType: string
  #event?: DeliveryEvent

  constructor(
    provider: Provider,
    body: Record<string, unknown>,
    context: ReceiptContext,
    contentType: string,
  ) {
    this.body = body
    Object.assign(this, context)
    this.#provider = provider
    this.#contentType = contentType
  }

  /** Whose it is. */
  get provider(): Provider {
    return this.#provider
  }

  /** The header of the request that brings it. */
  get contentType(): string {
    return this.#contentType
  }

  /** The body as it comes over the wire: JSON, or a form (of a GET the query). */
  get text(): string {
    if (this.#contentType === 'application/json') return JSON.stringify(this.body)
    return new URLSearchParams(
      Object.entries(this.body).map(([name, value]) => [name, String(value)]),
    ).toString()
  }

  /** What the provider reads in it. */
  get event(): DeliveryEvent {
    return (this.#event ??= parseReceipts(this.#provider, [this]).events[0]!)
  }
}
