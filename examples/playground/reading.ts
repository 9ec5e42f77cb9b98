import { parseReceipts, type DeliveryEvent, type Issue } from 'sms-delivery-state'
import { anyProvider, providers } from 'sms-delivery-state/providers'
import { receiptsIn, type PlacedReceipt } from './receipts-in.ts'

/** What a text holds. */
export interface Reading {
  readonly receipts: readonly PlacedReceipt[]
  /** In the order of the text; the `ref` of each is the place of its receipt in `receipts`. */
  readonly events: readonly DeliveryEvent[]
  readonly issues: readonly PlacedIssue[]
  /** The last instant that the receipts know of: ms since the epoch; 0 where they know none. */
  readonly end: number
}

export interface PlacedIssue {
  readonly line: number
  readonly code: Issue['code']
  readonly message: string
}

/** Reads all receipts of a text. What cannot be read is an issue with its line. */
export function read(text: string): Reading {
  const receipts = [...receiptsIn(text)]
  const events: DeliveryEvent[] = []
  const issues: PlacedIssue[] = []
  for (const { line, provider, isNamed } of receipts) {
    if (isNamed && !isName(provider))
      issues.push({ line, code: 'invalid', message: `no provider is called ${provider}` })
  }
  for (const [name, places] of byName(receipts)) {
    const items = places.map((place) => {
      const { body, context } = receipts[place]!
      return { ...context, body, ref: String(place) }
    })
    const parsed = parseReceipts(name === undefined ? anyProvider : providers[name], items)
    for (const { index = 0, code, message } of parsed.issues)
      issues.push({ line: receipts[places[index]!]!.line, code, message })
    for (const event of parsed.events) {
      if ((event.messageId ?? event.providerMessageId) !== undefined) events.push(event)
      else
        issues.push({
          line: receiptOfEvent(receipts, event).line,
          code: 'invalid',
          message: 'no id ties this receipt to a message',
        })
    }
  }
  // Several providers were read one after the other.
  events.sort((a, b) => Number(a.ref) - Number(b.ref))
  issues.sort((a, b) => a.line - b.line)
  const times = events.map(({ receivedAt, occurredAt }) => receivedAt ?? occurredAt ?? 0)
  return { receipts, events, issues, end: times.reduce((a, b) => Math.max(a, b), 0) }
}

export const receiptOfEvent = (
  receipts: readonly PlacedReceipt[],
  { ref }: DeliveryEvent,
): PlacedReceipt => receipts[Number(ref)]!

type Name = keyof typeof providers

/** The places of receipts by the provider that the text names for them; most name none. */
function byName(receipts: readonly PlacedReceipt[]): Map<Name | undefined, number[]> {
  const groups = new Map<Name | undefined, number[]>()
  receipts.forEach(({ provider, isNamed }, place) => {
    if (isNamed && !isName(provider)) return
    const name = isNamed && isName(provider) ? provider : undefined
    const group = groups.get(name)
    if (group) group.push(place)
    else groups.set(name, [place])
  })
  return groups
}

const isName = (name: string | undefined): name is Name =>
  name !== undefined && Object.hasOwn(providers, name)
