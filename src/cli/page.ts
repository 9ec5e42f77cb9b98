import { createHash } from 'node:crypto'
import { calendarOf, type Calendar } from '../explain/calendar.ts'
import { escapeMarkup } from '../explain/escape.ts'
import { explanation, toHtml } from '../explain/index.ts'
import { OUTCOMES, STATUSES, type DeliveryState } from '../index.ts'
import {
  toDeliveryCurveSvg,
  toFunnelSvg,
  toReasonsSvg,
  totalOf,
  type GroupSummary,
  type Summary,
} from '../metrics/index.ts'
import { bars, percent } from '../metrics/svg.ts'
import { eventsOf, policyOf, stateOfMessage } from './message-state.ts'
import type { Message } from './messages.ts'
import { METRICS_HEAD, metricsRows } from './metrics-table.ts'
import { SCRIPT, STYLE } from './page-assets.ts'
import { nameOf, rowOf } from './row.ts'
import { summarizeMessages } from './summarize-messages.ts'
import { summaryOf, type SummaryInput } from './summary.ts'
import { Tally } from './tally.ts'

/** In a picture of many curves none can be read. */
const MOST_CURVES = 12

/**
 * One page that stands alone: the numbers, and a list of the messages, each opening to its story.
 * It asks for nothing, and its Content-Security-Policy allows no script and no style but its own.
 *
 * A story is in a `noscript`: a browser that runs scripts takes that for mere text until somebody
 * opens the message, so that many thousands open at once; without scripts it is there from the
 * beginning.
 */
export function* pageOf(messages: Iterable<Message>, input: SummaryInput): Generator<string> {
  const tally = new Tally()
  const summary = summarizeMessages(messages, input, tally)
  const [title = '', ...lines] = summaryOf({ ...input, tally })
  yield headOf(title)
  yield `<main><h1>${escapeMarkup(title)}</h1><p>${lines.map(escapeMarkup).join('<br>')}</p>`
  yield* numbersOf(summary)
  yield '<section><h2>Messages</h2>'
  yield '<form hidden><label>Find <input type="search" placeholder="id, status, reason …"></label> <output></output></form>'
  yield* listsOf(messages, input)
  yield `</section></main><script>${SCRIPT}</script></body></html>\n`
}

function headOf(title: string): string {
  const policy = [
    `default-src 'none'`,
    `style-src ${hashOf(STYLE)}`,
    `script-src ${hashOf(SCRIPT)}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ')
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    `<title>${escapeMarkup(title)}</title><style>${STYLE}</style></head><body>`,
  ].join('')
}

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`

function* numbersOf(summary: Summary): Generator<string> {
  const total = totalOf(summary)
  yield '<section class="numbers"><h2>Numbers</h2>'
  yield figure('By status', statusBars(total))
  yield figure('Why not delivered', toReasonsSvg(total))
  yield figure('From submitted to delivered', toFunnelSvg(total))
  yield figure('Time to deliver', toDeliveryCurveSvg({ ...summary, groups: largestOf(summary) }))
  yield '</section><div class="wide" role="group" tabindex="0" aria-label="Rates and times"><table>'
  yield `<thead>${tableRow('th', METRICS_HEAD)}</thead><tbody>`
  for (const row of metricsRows(summary)) yield tableRow('td', row)
  yield '</tbody></table></div>'
}

function largestOf({ groups }: Summary): readonly GroupSummary[] {
  if (groups.length === 1) return groups.map(({ key = 'all', ...group }) => ({ key, ...group }))
  return [...groups].sort((a, b) => b.messages - a.messages).slice(0, MOST_CURVES)
}

const figure = (caption: string, picture: string): string =>
  `<figure><figcaption>${caption}</figcaption>${picture}</figure>`

function statusBars({ statuses, messages }: GroupSummary): string {
  const counted = STATUSES.filter((status) => statuses[status] > 0).reverse()
  const list = counted.map((label) => {
    const count = statuses[label]
    return { label, count, note: `${count} (${percent(count / messages)})` }
  })
  return bars('By status', list, Math.max(0, ...list.map(({ count }) => count)))
}

const tableRow = (tag: 'th' | 'td', cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<${tag}>${escapeMarkup(cell)}</${tag}>`).join('')}</tr>`

/** In lists of a hundred: the browser lays out those that are in sight. */
function* listsOf(messages: Iterable<Message>, input: SummaryInput): Generator<string> {
  const calendar = calendarOf(input.options.timeZone, '')
  let count = 0
  for (const message of messages) {
    if (count % 100 === 0) yield count === 0 ? '<ol>' : '</ol><ol>'
    yield itemOf(message, input, calendar)
    count++
  }
  if (count > 0) yield '</ol>'
}

function itemOf(message: Message, { options, now }: SummaryInput, calendar: Calendar): string {
  const state = stateOfMessage(message, options, now)
  return [
    `<li class="${OUTCOMES[state.status]}"><details><summary>`,
    ...rowOf(message.id, state, calendar).map((cell) => `<span>${escapeMarkup(cell)}</span> `),
    `</summary><noscript>${storyOf(message, state, { options, now })}</noscript></details></li>\n`,
  ].join('')
}

function storyOf(
  message: Message,
  state: DeliveryState,
  { options, now }: Pick<SummaryInput, 'options' | 'now'>,
): string {
  const told = explanation(eventsOf(message, state), policyOf(message, options), now)
  return toHtml(told, { timeZone: options.timeZone, title: nameOf(message.id) })
}
