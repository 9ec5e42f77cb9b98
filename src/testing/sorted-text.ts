import { compareText } from '../event/order.ts'

/**
 * JSON with sorted keys, maps and sets as lists of what they hold: equal values have equal texts,
 * in whatever order they were filled.
 */
export function sortedText(value: unknown): string {
  const text = JSON.stringify(value, (_, each: unknown) => {
    if (typeof each === 'bigint') return `${each}n`
    if (each instanceof Map || each instanceof Set) return [...(each as Iterable<unknown>)]
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return each
    return Object.fromEntries(
      Object.entries(each).sort(([one], [other]) => compareText(one, other)),
    )
  }) as string | undefined
  return text ?? String(value)
}
