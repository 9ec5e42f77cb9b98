import type { DeliveryEvent } from 'sms-delivery-state'
import { isFlow } from './flows.ts'
import { receiptOfEvent, type Reading } from './reading.ts'
import type { PlacedReceipt } from './receipts-in.ts'

interface Told {
  readonly messageId: string
  /** What is known of the message. */
  readonly events: readonly DeliveryEvent[]
  readonly reading: Reading
  /** One of our flows, or a policy as JSON. */
  readonly policy: string
  /** ms since the epoch. */
  readonly now: number
}

/** A program that prints the story which the page shows. */
export function snippetOf({ messageId, events, reading, policy, now }: Told): string {
  const source = receiptsCode(events, reading, messageId) ?? eventsCode(events)
  const own = isFlow(policy) ? undefined : JSON.stringify(JSON.parse(policy), null, 2)
  const core = own === undefined ? [policy, source.core] : [source.core]
  return [
    `import { ${core.join(', ')} } from 'sms-delivery-state'`,
    `import { explain } from 'sms-delivery-state/explain'`,
    ...source.imports,
    ...(own === undefined ? [] : [`import { policyFile } from 'sms-delivery-state/schema'`]),
    '',
    ...source.code,
    ...(own === undefined ? [] : [`const policy = policyFile.parse(${own})`]),
    `const now = ${instantCode(now)}`,
    `console.log(explain(events, ${own === undefined ? policy : 'policy'}, now, { messageId: ${JSON.stringify(messageId)} }))`,
    '',
  ].join('\n')
}

interface Source {
  /** What is imported from the core. */
  readonly core: string
  readonly imports: readonly string[]
  readonly code: readonly string[]
}

/** The raw receipts; undefined where they do not stand for the events of this message alone. */
function receiptsCode(
  events: readonly DeliveryEvent[],
  reading: Reading,
  messageId: string,
): Source | undefined {
  const refs = [...new Set(events.map(({ ref }) => ref))]
  const receipts = refs.map((ref) => receiptOfEvent(reading.receipts, { status: 'sent', ref }))
  const told = reading.events.filter(({ ref }) => refs.includes(ref))
  const isWhole =
    told.length === events.length &&
    told.every((event) => event.messageId === undefined || event.messageId === messageId)
  const names = new Set(receipts.map(({ provider, isNamed }) => (isNamed ? provider : undefined)))
  if (!isWhole || names.size > 1) return undefined
  const [name] = names
  const provider = name ?? 'anyProvider'
  return {
    core: 'parseReceipts',
    imports: [`import { ${provider} } from 'sms-delivery-state/providers'`],
    code: [
      `const { events } = parseReceipts(${provider}, [`,
      ...receipts.map((receipt) => `  ${itemCode(receipt)},`),
      '])',
    ],
  }
}

function itemCode({ body, context }: PlacedReceipt): string {
  const { receivedAt, ref: _, ...others } = context
  const fields = [
    ...(receivedAt === undefined ? [] : [`receivedAt: ${instantCode(receivedAt)}`]),
    ...Object.entries(others).map(([key, value]) => `${key}: ${JSON.stringify(value)}`),
    `body: ${JSON.stringify(body)}`,
  ]
  return `{ ${fields.join(', ')} }`
}

function eventsCode(events: readonly DeliveryEvent[]): Source {
  return {
    core: 'type DeliveryEvent',
    imports: [],
    code: [
      'const events: DeliveryEvent[] = [',
      ...events.map(({ ref: _, ...event }) => `  ${JSON.stringify(event)},`),
      ']',
    ],
  }
}

/** Of a time that people may know, as they write it. */
const instantCode = (instant: number): string =>
  Number.isInteger(instant) && instant >= 1e11 && instant < 4e12
    ? `Date.parse('${new Date(instant).toISOString()}')`
    : String(instant)
