import { printable } from '../explain/layout.ts'
import type { DeliveryEvent, Issue, Provider } from '../index.ts'
import type { Item, Problem } from './items.ts'
import { jsonOf } from './json.ts'
import { messageOf } from './misuse.ts'
import { recover } from './recover.ts'
import { withContext } from './with-context.ts'

/** An issue as the command writes it down: of a whole receipt or an object the item's text says what was received. */
export type FileIssue = Pick<Issue, 'code' | 'message' | 'path' | 'received'>

export interface Reading {
  readonly item: Item
  readonly events: readonly DeliveryEvent[]
  readonly issues: readonly FileIssue[]
}

/** How receipts are read that do not say it themselves. */
export interface Reader {
  readonly provider: Provider
  readonly timeZone: string
}

/** What an item says: one reading, or several where broken JSON in an array turns out to hold other items. */
export function* readItem(item: Item, reader: Reader): Generator<Reading> {
  const { text, inArray, problem } = item
  const value = problem !== undefined ? undefined : inArray || /^[[{]/.test(text) ? jsonOf(text) : text
  if (problem !== undefined) yield { item, events: [], issues: [{ code: 'invalid', message: PROBLEMS[problem] }] }
  else if (value === undefined) for (const part of recover(item)) yield* readItem(part, reader)
  else yield { item, ...(Array.isArray(value) ? readAll(value, reader) : readReceipt(value, reader)) }
}

const PROBLEMS: Readonly<Record<Problem, string>> = {
  'not-json': 'this is no JSON',
  'too-long': 'this is too long for a receipt; only its beginning is kept',
  unclosed: 'the array does not end; receipts may be missing',
}

/** Nobody sends such a thing: so it may have been meant as something else. */
const STRANGE: readonly Issue['code'][] = ['not-a-receipt', 'undetected-provider']

type Found = Omit<Reading, 'item'>

function readAll(receipts: readonly unknown[], reader: Reader): Found {
  const found = receipts.map((each) => readReceipt(each, reader))
  return {
    events: found.flatMap(({ events }) => events),
    issues: found.flatMap(({ issues }, i) => issues.map((each) => ({ ...each, path: [i, ...(each.path ?? [])] }))),
  }
}

function readReceipt(receipt: unknown, { provider, timeZone }: Reader): Found {
  const events: DeliveryEvent[] = []
  const issues: FileIssue[] = []
  try {
    const { by = provider, body, context, others } = withContext(receipt, timeZone)
    const parsed = by.parse(body, context)
    for (const { code, message, path: within, received, index } of parsed.issues) {
      const path = index === undefined ? within : [index, ...(within ?? [])]
      const isPart = path !== undefined && typeof received !== 'object'
      const hint = others && STRANGE.includes(code) ? `; { body, … } may not hold ${printable(others.join(', '), 100)}` : ''
      issues.push({ code, message: message + hint, path, ...(isPart && { received }) })
    }
    for (const event of parsed.events) {
      if ((event.messageId ?? event.providerMessageId) !== undefined) events.push(event)
      else issues.push({ code: 'invalid', message: 'no id ties this receipt to a message' })
    }
  } catch (error) {
    // A context that is wrong is misuse in a call, and an issue in a file.
    issues.push({ code: 'invalid', message: messageOf(error) })
  }
  return { events, issues }
}
