import { checkIterable, checkObject } from '../event/check.ts'
import { throwMisuse } from '../event/throw-misuse.ts'
import { checkContext } from './check-context.ts'
import { mixedUnits } from './other-unit.ts'
import {
  issueContext,
  type Issue,
  type Parsed,
  type Provider,
  type ReceiptContext,
} from './provider.ts'
import {
  contextOf,
  doubtOf,
  receiptItemOf,
  unstorableRefOf,
  wrongContextOf,
  type Problem,
  type ReceiptItem,
} from './receipt-item.ts'

const REPAIRS = { seconds: 'multiply by 1000', microseconds: 'divide by 1000' }
const REMEDY = 'Import one from sms-delivery-state/providers.'

/**
 * Reads many raw receipts with one provider. What cannot be read becomes an issue with the item's
 * `index`; the rest is read all the same.
 *
 * An object is taken for `{ body, ...ReceiptContext }` if every key beside `body` is one of the
 * context's. A wrong context there is data: an issue, and no event; but for a ref that no database
 * takes, the event comes without it. Any other object is a bare receipt; one that seems to be meant
 * as an item is an issue that names its keys. Linear.
 *
 * @param receipts raw receipts, or items if each has a `receivedAt` (ms since the epoch) or other
 * context of its own
 * @param context what holds for all of them
 * @throws TypeError if `provider` is none, `receipts` is not iterable, or `context` is not as
 * `ReceiptContext` says
 * @example
 * ```ts
 * const item = { body: 'MessageSid=SM1&MessageStatus=sent', receivedAt: 1_795_165_203_000 }
 * const { events, issues } = parseReceipts(twilio, [item, { ...item, receivedAt: 'now' }])
 * console.log(events.length, issues[0]?.index, issues[0]?.path) // → 1 1 [ 'receivedAt' ]
 * ```
 */
export function parseReceipts(
  provider: Provider,
  receipts: Iterable<unknown>,
  context?: ReceiptContext,
): Parsed {
  return readReceipts('parseReceipts: ', provider, receipts, context)
}

/** What else a caller wants. */
interface Wanted {
  /** Of the same clock as each `receivedAt`: a unit that does not fit is an issue. */
  readonly now?: number
  /** An event that no id ties to a message is an issue. */
  readonly tied?: boolean
}

export function readReceipts(
  where: string,
  provider: Provider,
  receipts: Iterable<unknown>,
  context?: ReceiptContext,
  { now, tied = false }: Wanted = {},
): Parsed {
  checkObject(provider, where, 'provider', REMEDY)
  if (typeof provider.parse !== 'function')
    throwMisuse(where, 'provider.parse', 'a function', provider.parse, REMEDY)
  checkIterable(receipts, where, 'receipts')
  if (context !== undefined) checkContext(context, where)
  const all = [...receipts]
  const items = all.map(receiptItemOf)
  const unitOf = mixedUnits([...items.map((item) => item?.receivedAt), context?.receivedAt, now])
  const ownUnit = context?.receivedAt === undefined ? undefined : unitOf(context.receivedAt)
  if (ownUnit !== undefined)
    throwMisuse(
      where,
      'context.receivedAt',
      'in ms, as the others are',
      context?.receivedAt,
      `It is in ${ownUnit}, it seems: ${REPAIRS[ownUnit]}.`,
    )

  const events: Parsed['events'] = []
  const issues: Issue[] = []
  all.forEach((receipt, index) => {
    const given = items[index]
    const wrongRef = given && unstorableRefOf(given)
    const item = given && wrongRef ? { ...given, ref: undefined } : given
    const own = item ? contextOf(item, context) : context
    const addIssue = (issue: Issue) => issues.push({ ...issue, index, ...issueContext(own) })
    const addProblem = ({ problem, path, received }: Problem) =>
      addIssue({
        code: 'invalid',
        message: `${provider.name}: ${problem}`,
        ...(path && { path }),
        received,
      })

    if (wrongRef) addProblem(wrongRef)
    const wrong = item && (wrongContextOf(item) ?? wrongUnitOf(item, unitOf))
    if (wrong) return addProblem(wrong)
    const parsed = provider.parse(item ? item.body : receipt, own)
    if (!Array.isArray(parsed?.events) || !Array.isArray(parsed.issues))
      throwMisuse(where, 'provider.parse(…)', '{ events, issues }', parsed, REMEDY)
    const doubt = item ? undefined : doubtOf(provider, receipt, parsed, own)
    if (doubt) return addProblem(doubt)
    for (const event of parsed.events) {
      if (!tied || (event.messageId ?? event.providerMessageId) !== undefined) events.push(event)
      else addProblem({ problem: 'no id ties this receipt to a message', received: receipt })
    }
    // If the item was an array itself, its own index becomes the first step of the path.
    for (const { index: inner, ...issue } of parsed.issues)
      addIssue({ ...issue, ...(inner !== undefined && { path: [inner, ...(issue.path ?? [])] }) })
  })
  return { events, issues }
}

function wrongUnitOf(
  { receivedAt }: ReceiptItem,
  unitOf: ReturnType<typeof mixedUnits>,
): Problem | undefined {
  const unit = receivedAt === undefined ? undefined : unitOf(receivedAt)
  return (
    unit && {
      problem: `receivedAt is in ${unit}, it seems, not in ms as the others: ${REPAIRS[unit]}`,
      path: ['receivedAt'],
      received: receivedAt,
    }
  )
}
