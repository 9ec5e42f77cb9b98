import type { DeliveryState } from '../delivery/delivery-state.ts'
import { statesByMessage, type PolicyOrChoice } from '../delivery/reduce-by-message.ts'
import { reduceIn } from '../delivery/reduce.ts'
import type { Policy } from '../policy/policy.ts'
import { readReceipts } from './parse-receipts.ts'
import type { Issue, Provider, ReceiptContext } from './provider.ts'

/**
 * Raw receipts of one message to its state, and what could not be read.
 *
 * @param now ms since the epoch
 * @throws TypeError as `parseReceipts` and `reduce` do: receipts of two messages are misuse, and
 * `reduceReceiptsByMessage` is for those
 */
export function reduceReceipts(
  provider: Provider,
  receipts: Iterable<unknown>,
  policy: Policy,
  now: number,
  context?: ReceiptContext,
): { state: DeliveryState; issues: Issue[] } {
  const where = 'reduceReceipts: '
  const { events, issues } = readReceipts(where, provider, receipts, context, { now })
  return {
    state: reduceIn(where, events, policy, now, undefined, 'reduceReceiptsByMessage'),
    issues,
  }
}

/**
 * Raw receipts of many messages, mixed, to a state each, and what could not be read.
 * A receipt without any id that ties it to a message is an issue here.
 *
 * @param policy one for all, or a function that picks one per message
 * @param now ms since the epoch
 * @throws TypeError as `parseReceipts` and `reduceByMessage` do
 */
export function reduceReceiptsByMessage(
  provider: Provider,
  receipts: Iterable<unknown>,
  policy: PolicyOrChoice,
  now: number,
  context?: ReceiptContext,
): { states: Map<string, DeliveryState>; issues: Issue[] } {
  const where = 'reduceReceiptsByMessage: '
  const { events, issues } = readReceipts(where, provider, receipts, context, { now, tied: true })
  return { states: statesByMessage(where, events, policy, now), issues }
}
