import type { DeliveryEvent, Policy } from 'sms-delivery-state'
import { explain, type ExplainOptions } from 'sms-delivery-state/explain'
import { expect } from 'vitest'

/** An instant of the day on which all stories play: `at('09:00:02.500')`. */
export const at = (time: string): number => Date.parse(`2026-11-21T${time}Z`)

/**
 * What ours prints for these events, once it has been seen to print the same for every order of
 * them.
 */
export function told(
  events: readonly DeliveryEvent[],
  policy: Policy,
  now: number,
  options?: ExplainOptions,
): string {
  const text = explain(events, policy, now, options)
  for (const order of ordersOf(events)) expect(explain(order, policy, now, options)).toBe(text)
  return text
}

/** A block of lines, without the indentation that it has in the test. */
export function lines(block: TemplateStringsArray): string {
  const inner = block.join('').split('\n').slice(1, -1)
  const indent = Math.min(...inner.filter((line) => line !== '').map((line) => line.search(/\S/)))
  return inner.map((line) => line.slice(indent)).join('\n')
}

function ordersOf<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]]
  return items.flatMap((item, i) =>
    ordersOf([...items.slice(0, i), ...items.slice(i + 1)]).map((others) => [item, ...others]),
  )
}
