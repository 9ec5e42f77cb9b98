import { isStorable, MAX_TEXT } from '../event/check.ts'
import { checkContextFields, CONTEXT } from './check-context.ts'
import { misuseOf } from './misuse-of.ts'
import type { Parsed, Provider, ReceiptContext } from './provider.ts'

/**
 * A receipt with what the service knows about it. Every key beside `body` is one of
 * `ReceiptContext`.
 */
export interface ReceiptItem extends ReceiptContext {
  /** The receipt itself, in any form that `parse` takes. */
  readonly body: unknown
}

/** What is wrong with an item, and the field if it is one. */
export interface Problem {
  readonly problem: string
  readonly path?: string[]
  readonly received: unknown
}

/**
 * An item that is `{ body, …context }`, copied; undefined for any other, which is a bare receipt.
 */
export function receiptItemOf(item: unknown): ReceiptItem | undefined {
  try {
    if (!isObject(item) || !Object.hasOwn(item, 'body')) return undefined
    return Object.keys(item).every((key) => key === 'body' || CONTEXT.includes(key))
      ? { ...(item as ReceiptItem) }
      : undefined
  } catch {
    // A proxy, or a getter that throws.
    return undefined
  }
}

/** The first field of an item's own context that is wrong. */
export function wrongContextOf(item: ReceiptItem): Problem | undefined {
  try {
    const misuse = misuseOf(() => checkContextFields(item, ''))
    if (misuse === undefined) return undefined
    const { path, problem } = misuse
    const received = path.reduce<unknown>(
      (value, key) => (value as Record<string, unknown>)[key],
      item,
    )
    return { problem: `${path.join('.')} ${problem}`, path, received: shortened(received) }
  } catch {
    // A proxy, or a getter that throws.
    return { problem: 'its context cannot be read', received: item }
  }
}

/**
 * A ref that no database takes, without which the event is given all the same: it decides nothing.
 */
export function unstorableRefOf({ ref }: ReceiptItem): Problem | undefined {
  return typeof ref === 'string' && !isStorable(ref)
    ? wrongContextOf({ body: undefined, ref })
    : undefined
}

const shortened = (received: unknown): unknown =>
  typeof received === 'string' ? received.slice(0, MAX_TEXT) : received

/** What the item says goes before what holds for all. */
export function contextOf(item: ReceiptItem, all: ReceiptContext = {}): ReceiptContext {
  return {
    receivedAt: item.receivedAt === undefined ? all.receivedAt : item.receivedAt,
    messageId: item.messageId === undefined ? all.messageId : item.messageId,
    attemptId: item.attemptId === undefined ? all.attemptId : item.attemptId,
    segment: item.segment === undefined ? all.segment : item.segment,
    source: item.source === undefined ? all.source : item.source,
    ref: item.ref === undefined ? all.ref : item.ref,
    timeZone: item.timeZone === undefined ? all.timeZone : item.timeZone,
    recipientKey: item.recipientKey === undefined ? all.recipientKey : item.recipientKey,
  }
}

/**
 * Why it is in doubt whether a bare receipt is one, or is an item with a misspelt key: then nothing
 * of it counts.
 */
export function doubtOf(
  provider: Provider,
  receipt: unknown,
  parsed: Parsed,
  context: ReceiptContext = {},
): Problem | undefined {
  try {
    if (!isObject(receipt) || Array.isArray(receipt)) return undefined
    if (Object.hasOwn(receipt, 'body')) {
      const what =
        parsed.events.length > 0
          ? 'it is a receipt and so is its body'
          : 'nothing can be read of it'
      if (isStrange(parsed) || provider.parse((receipt as ReceiptItem).body).events.length > 0)
        return { problem: `${what}, and ${notAnItem(receipt)}`, received: receipt }
    }
    return parsed.events.length > 0 && losesReceivedAt(provider, receipt, parsed, context)
      ? {
          problem:
            'it has a receivedAt of its own, which is not read there; write { body: receipt, receivedAt }',
          path: ['receivedAt'],
          received: receipt,
        }
      : undefined
  } catch {
    // A proxy, or a getter that throws: it is what the provider made of it.
    return undefined
  }
}

const isStrange = ({ events, issues }: Parsed): boolean =>
  events.length === 0 &&
  issues.every(({ code }) => code === 'not-a-receipt' || code === 'undetected-provider')

function notAnItem(receipt: object): string {
  const others = Object.keys(receipt).filter((key) => key !== 'body' && !CONTEXT.includes(key))
  const named = others.slice(0, 5).map((key) => JSON.stringify(key.slice(0, 40)))
  return `beside body it has ${named.join(', ')}${others.length > 5 ? ', …' : ''}; write { body } with none but ${CONTEXT.join(', ')}`
}

/** Whether a receipt's own `receivedAt` changes nothing about its events. */
function losesReceivedAt(
  provider: Provider,
  receipt: object,
  { events }: Parsed,
  context: ReceiptContext,
): boolean {
  if (!Object.hasOwn(receipt, 'receivedAt')) return false
  const { receivedAt, ...rest } = receipt as { receivedAt: unknown }
  if (
    receivedAt === undefined ||
    receivedAt === null ||
    events[0]?.receivedAt !== context.receivedAt
  )
    return false
  return (
    JSON.stringify(provider.parse(rest).events) === JSON.stringify(provider.parse(receipt).events)
  )
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
