import type { Parsed, Provider, ReceiptContext, Status } from 'sms-delivery-state'

interface Tiny {
  readonly status: Status
  readonly id?: string
}

/**
 * Reads `{ status, id? }`, or an array of them. The simplest provider there can be, for tests of
 * what is made of any.
 */
export const tiny: Provider = {
  name: 'tiny',
  parse(receipt: unknown, context: ReceiptContext = {}): Parsed {
    if (Array.isArray(receipt)) {
      const parsed = receipt.map((item) => tiny.parse(item, context))
      return {
        events: parsed.flatMap(({ events }) => events),
        issues: parsed.flatMap(({ issues }, index) => issues.map((issue) => ({ ...issue, index }))),
      }
    }
    if (!isTiny(receipt))
      return {
        events: [],
        issues: [
          { code: 'not-a-receipt', message: 'not a receipt', path: ['status'], received: receipt },
        ],
      }
    const { receivedAt, attemptId, segment, source, ref } = context
    const event = {
      status: receipt.status,
      provider: 'tiny',
      providerMessageId: receipt.id,
      receivedAt,
      attemptId,
      segment,
      source,
      ref,
    }
    const messageId =
      typeof context.messageId === 'function' ? context.messageId(event) : context.messageId
    return { events: [{ ...event, messageId }], issues: [] }
  },
}

function isTiny(receipt: unknown): receipt is Tiny {
  return typeof receipt === 'object' && receipt !== null && 'status' in receipt
}
