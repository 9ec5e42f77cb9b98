import { checkGroup } from './check-summary.ts'
import type { GroupSummary } from './summary.ts'
import { bars, percent } from './svg.ts'

/**
 * How far the messages came, from submitted to delivered, as bars in an SVG fragment for an HTML
 * page: no script, all text escaped, drawn in the page's own text color.
 *
 * @throws TypeError for what is no group of a summary
 * @example
 * ```ts
 * const states = (['delivered', 'sent'] as const).map((status) => reduce([{ status }], otp, 0))
 * console.log(toFunnelSvg(totalOf(summarize(states))).includes('>1 (50.0 %)<')) // → true
 * ```
 */
export function toFunnelSvg(group: GroupSummary): string {
  checkGroup(group, 'toFunnelSvg: ', 'group')
  const { messages, reached } = group
  const stages = [
    ['submitted', messages],
    ['answered', reached.answered],
    ['handed on', reached.handedOn],
    ['delivered', reached.delivered],
  ] as const
  const list = stages.map(([label, count]) => ({ label, count, note: countText(count, messages) }))
  return bars('From submitted to delivered', list, messages)
}

/**
 * Why messages are not delivered, the most frequent reason first, as bars in an SVG fragment like
 * that of `toFunnelSvg`. The shares are of all messages.
 *
 * @throws TypeError for what is no group of a summary
 */
export function toReasonsSvg(group: GroupSummary): string {
  checkGroup(group, 'toReasonsSvg: ', 'group')
  const { messages, reasons } = group
  const list = Object.entries(reasons)
    .filter(([, count]) => count > 0)
    // The order of the reasons where two are as frequent.
    .sort(([, a], [, b]) => b - a)
    .map(([label, count]) => ({ label, count, note: countText(count, messages) }))
  if (list.length === 0) return bars('Reasons', [{ label: 'no reasons', count: 0, note: '0' }], 0)
  return bars('Reasons why messages are not delivered', list, list[0]!.count)
}

const countText = (count: number, messages: number): string =>
  messages === 0 ? `${count}` : `${count} (${percent(count / messages)})`
