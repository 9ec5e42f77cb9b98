import { reduceIn } from '../delivery/reduce.ts'
import { checkIterable } from '../event/check.ts'
import { checkNow } from '../event/instant.ts'
import type { DeliveryEvent } from '../event/event.ts'
import { throwMisuse } from '../event/throw-misuse.ts'
import { checkPolicy } from '../policy/check-policy.ts'
import type { Policy } from '../policy/policy.ts'
import { search, type Disagreement } from './disagreement.ts'
import { eventsIn, type Received } from './events-in.ts'
import { labelsOf } from './labels.ts'

/**
 * Holds a reducer of your own to the law that any order and any repeats of the same receipts give
 * the same result. It is called with each part of the items in each order, the smallest first: 30
 * times for 3 items, 2,000 for 6, 14,000 for 7; of more come all pairs, all threes, and a thousand
 * orders of the whole.
 *
 * @param reducer from receipts in their order of arrival to whatever your product shows; each call
 * starts afresh
 * @param items receipts, events, or what else it takes
 * @param rest what the reducer wants beside them
 * @throws Error for the smallest disagreement that there is: two arrivals of the same items, and
 * what came of each
 * @throws TypeError where the reducer gives a promise: {@link assertHandler} waits for it
 * @example
 * ```ts
 * const lastWriteWins = (events: readonly DeliveryEvent[]) => events.at(-1)?.status
 * try {
 *   assertReducer(lastWriteWins, scenario({ provider: twilio, flow: otp }).sent().delivered('+4s').events())
 * } catch (error) {
 *   console.log((error as Error).message)
 * }
 * // → sms-delivery-state: assertReducer: the order of arrival decides.
 * // →   sent, delivered  →  "delivered"
 * // →   delivered, sent  →  "sent"
 * ```
 */
export function assertReducer<Item, Rest extends unknown[]>(
  reducer: (items: readonly Item[], ...rest: Rest) => unknown,
  items: Iterable<Item>,
  ...rest: Rest
): void {
  run('assertReducer: ', reducer, items, rest)
}

/**
 * The same for a handler that has to be waited for, with its database and all. It is given receipts
 * in their order of arrival, starts afresh each time, handles them one by one, and gives what it
 * would show then. What it throws is a result too: a receipt that comes before its message, say.
 *
 * @throws Error, by a rejection, as {@link assertReducer} does
 * @example
 * ```ts
 * const story = scenario({ provider: twilio, flow: otp }).sent().undelivered('+1s').delivered('+1s')
 * await assertHandler(async (receipts) => {
 *   let row: Evidence | undefined
 *   for (const { event } of receipts) row = apply(row, event, otp, story.now).evidence
 *   return row && stateOf(row, otp, story.now).status
 * }, story.receipts())
 * ```
 */
export async function assertHandler<Item>(
  handler: (items: readonly Item[]) => Promise<unknown>,
  items: Iterable<Item>,
): Promise<void> {
  const where = 'assertHandler: '
  const asked = search(checked(where, handler, items))
  let step = asked.next()
  while (!step.done) {
    step = asked.next(
      await Promise.resolve([...step.value])
        .then(handler)
        .catch(thrown),
    )
  }
  if (step.value) fail(where, step.value)
}

/**
 * That these receipts give one state in whatever order they come, and however often: the promise of
 * this library, for your receipts and your policy.
 *
 * @param receipts of one message: events, or receipts as {@link receipt} and {@link scenario} give
 * them, or bare as you recorded them
 * @param now ms since the epoch
 * @throws Error as {@link assertReducer} does; TypeError as `reduce` does, and for a receipt that
 * nobody can read
 */
export function assertOrderIndependent(receipts: Received, policy: Policy, now: number): void {
  const where = 'assertOrderIndependent: '
  checkPolicy(policy, where)
  checkNow(now, where)
  const events = eventsIn(receipts, where)
  reduceIn(where, events, policy, now)
  run(where, (order: readonly DeliveryEvent[]) => reduceIn(where, order, policy, now), events, [])
}

function checked<Item>(where: string, reducer: unknown, items: Iterable<Item>): readonly Item[] {
  if (typeof reducer !== 'function')
    throwMisuse(where, 'reducer', 'a function', reducer, 'Pass what is to be judged.')
  checkIterable(items, where, 'items')
  return [...items]
}

function run<Item, Rest extends unknown[]>(
  where: string,
  reducer: (items: readonly Item[], ...rest: Rest) => unknown,
  items: Iterable<Item>,
  rest: Rest,
): void {
  const outcome = (order: readonly Item[]): unknown => {
    try {
      // A copy, since some sort or empty what they are given.
      return reducer([...order], ...rest)
    } catch (error) {
      return thrown(error)
    }
  }
  const asked = search(checked(where, reducer, items))
  let step = asked.next()
  while (!step.done) {
    const result = outcome(step.value)
    if (result instanceof Promise)
      throwMisuse(
        where,
        'reducer(…)',
        'a result',
        'a promise',
        'Use assertHandler, which waits for it.',
      )
    step = asked.next(result)
  }
  if (step.value) fail(where, step.value)
}

const thrown = (error: unknown): unknown => `throws ${String(error)}`

function fail<Item>(where: string, { one, other }: Disagreement<Item>): never {
  const why =
    one.order.length === other.order.length
      ? 'the order of arrival decides'
      : 'a repeat changes the result'
  const { lines, legend } = labelsOf([one.order, other.order])
  const results = lines.map((line, i) => `  ${line}  →  ${[one, other][i]?.text}`)
  throw new Error(
    [`sms-delivery-state: ${where}${why}.`, ...results, ...legend.map((line) => `  ${line}`)].join(
      '\n',
    ),
  )
}
