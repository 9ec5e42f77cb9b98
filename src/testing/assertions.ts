import { reduceIn } from '../delivery/reduce.ts'
import { checkIterable, checkNow } from '../event/check.ts'
import type { DeliveryEvent } from '../event/event.ts'
import { misuse } from '../event/misuse.ts'
import { STATUSES } from '../event/status.ts'
import { checkPolicy } from '../policy/check-policy.ts'
import type { Policy } from '../policy/policy.ts'
import type { ReceiptItem } from '../receipts/parse-receipts.ts'
import { eventsIn } from './events-in.ts'
import { search, type Disagreement, type Search } from './disagreement.ts'
import { told } from './told.ts'
import { START } from './scenario.ts'

/**
 * Holds a reducer of your own to the law that any order and any repeats of the same receipts give the same result. It is called with
 * all orders of up to 7 items, and of their parts; of more with all pairs, threes and a thousand orders of the whole.
 *
 * @param reducer from receipts in their order of arrival to whatever your product shows; a fresh start each time
 * @param items receipts, events, or what else it takes; unless told, an event for each status, a second apart
 * @throws Error for the smallest disagreement that there is: two arrivals of the same items, and what came of each
 * @throws TypeError where the reducer gives a promise: `assertHandler` waits for it
 * @example
 * ```ts
 * const lastWriteWins = (events: readonly DeliveryEvent[]) => events.at(-1)?.status
 * try {
 *   assertReducer(lastWriteWins)
 * } catch (error) {
 *   console.log((error as Error).message)
 * }
 * // → sms-delivery-state: assertReducer: the order of arrival decides.
 * // →   pending, accepted  →  "accepted"
 * // →   accepted, pending  →  "pending"
 * ```
 */
export function assertReducer(reducer: (events: readonly DeliveryEvent[]) => unknown): void
export function assertReducer<Item>(reducer: (items: readonly Item[]) => unknown, items: Iterable<Item>): void
export function assertReducer<Item>(
  reducer: (items: readonly (Item | DeliveryEvent)[]) => unknown,
  items?: Iterable<Item>,
): void {
  const where = 'assertReducer: '
  run(where, checked(where, reducer, items), (order) => {
    const result = reducer(order)
    if (result instanceof Promise) misuse(where, 'reducer(…)', 'a result', result, 'Use assertHandler, which waits for it.')
    return result
  })
}

/**
 * The same for a handler that has to be waited for, with its database and all: it gets a list of receipts in their order of arrival, starts afresh,
 * handles them one by one, and gives what it would show then.
 *
 * @throws Error as `assertReducer` does
 * @example
 * ```ts
 * await assertHandler(async (receipts) => {
 *   const rows = new Map<string, Evidence>()
 *   for (const { event } of receipts) rows.set('m', apply(rows.get('m'), event, otp, event.receivedAt ?? 0).evidence)
 *   return stateOf(rows.get('m') ?? collect([]), otp, START + 60_000).status
 * }, scenario({ provider: twilio, flow: otp }).sent().undelivered('+1s').delivered('+1s').receipts())
 * ```
 */
export async function assertHandler<Item>(
  handler: (items: readonly Item[]) => Promise<unknown>,
  items: Iterable<Item>,
): Promise<void> {
  const where = 'assertHandler: '
  const list = checked(where, handler, items)
  const asked = search(list)
  let step = asked.next()
  while (!step.done) {
    const order = step.value
    step = asked.next(
      await Promise.resolve(order)
        .then(handler)
        .catch((error: unknown) => error),
    )
  }
  if (step.value) fail(where, step.value)
}

/**
 * That these receipts give one state in whatever order they come: the promise of this library, for your receipts and your policy.
 *
 * @param receipts events, or `{ body, … }` as `receipt` and `scenario` give them or as you recorded them, of one message
 * @param now ms since the epoch
 * @throws Error as `assertReducer` does; TypeError as `reduce` does, and for a receipt that nobody can read
 */
export function assertOrderIndependent(receipts: Iterable<DeliveryEvent | ReceiptItem>, policy: Policy, now: number): void {
  const where = 'assertOrderIndependent: '
  checkPolicy(policy, where)
  checkNow(now, where)
  const events = eventsIn(receipts, where)
  reduceIn(where, events, policy, now)
  run(where, events, (order) => reduceIn(where, order, policy, now))
}

const ONE_EACH: readonly DeliveryEvent[] = /* @__PURE__ */ STATUSES.map((status, i) => ({
  status,
  receivedAt: START + i * 1_000,
}))

function checked<Item>(where: string, reducer: unknown, items: Iterable<Item> | undefined): readonly (Item | DeliveryEvent)[] {
  if (typeof reducer !== 'function') misuse(where, 'reducer', 'a function', reducer, 'Pass what you want to be judged.')
  if (items === undefined) return ONE_EACH
  checkIterable(items, where, 'items')
  return [...items]
}

function run<Item>(where: string, items: readonly Item[], reducer: (order: readonly Item[]) => unknown): void {
  const asked = search(items)
  let step = asked.next()
  while (!step.done) step = asked.next(attempt(reducer, step.value))
  if (step.value) fail(where, step.value)
}

/** What a reducer throws is a result too: a receipt that comes before its message, say. */
function attempt<Item>(reducer: (order: readonly Item[]) => unknown, order: readonly Item[]): unknown {
  try {
    return reducer(order)
  } catch (error) {
    return error
  }
}

function fail<Item>(where: string, { one, other }: Disagreement<Item>): never {
  const why = one.order.length === other.order.length ? 'the order of arrival decides' : 'a repeat changes the result'
  const [first, second] = [told(one.order), told(other.order)]
  const width = Math.max(first.length, second.length)
  const lines = [`  ${first.padEnd(width)}  →  ${one.text}`, `  ${second.padEnd(width)}  →  ${other.text}`]
  throw new Error([`sms-delivery-state: ${where}${why}.`, ...lines].join('\n'))
}
