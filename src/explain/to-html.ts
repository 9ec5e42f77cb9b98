import { checkType } from '../event/check.ts'
import { entryRows, type EntryRow } from './entry-rows.ts'
import { escapeMarkup } from './escape.ts'
import type { ExplainedEntry } from './explained-entry.ts'
import type { Explanation } from './explanation.ts'
import { printable } from './layout.ts'
import { timelinePicture } from './picture.ts'
import { summaryOf } from './summary.ts'
import { wordingOf, type Wording, type WordingOptions } from './wording.ts'

export interface HtmlOptions extends WordingOptions {
  /** The heading. Defaults to the message id, or else to `phrases.labels.title`. */
  readonly title?: string | undefined
}

/** How many entries, and how many attempts, are listed. */
const MOST = 100

/**
 * An explanation as a fragment of HTML for a support page: the timeline as a picture (SVG), the
 * same lines as a table, what is shown, why, and what to do next. All text is escaped. It has no
 * script, no style and no link, so that any Content-Security-Policy allows it. Its look is
 * {@link stylesheet}.
 *
 * Of more than 100 entries it has 100: repeats are left out first, then what is in the middle. It
 * says how many are left out; of attempts, the first 100 are listed. `toText` prints all of them.
 *
 * @throws TypeError for a time zone that the runtime does not know
 * @example
 * ```ts
 * const html = toHtml(explanation([{ status: 'sent', receivedAt: 0 }], otp, 600_000), { title: 'Order <7>' })
 * console.log(html.slice(0, 64)) // → <section class="sms-delivery" lang="en"><h2>Order &lt;7&gt;</h2>
 * ```
 */
export function toHtml(explanation: Explanation, options: HtmlOptions = {}): string {
  const where = 'toHtml: '
  const wording = wordingOf(explanation, options, where, ['title'])
  checkType('string', options.title, where, 'options.title')
  const { language, labels } = wording.phrases
  const entries = abridged(explanation.entries)
  const rows = entryRows(entries, explanation, wording)
  const { shown, why, attempts, next } = summaryOf(explanation, wording)
  const left = (all: number): string[] => (all > MOST ? [wording.phrases.leftOut(all - MOST)] : [])
  return [
    `<section class="sms-delivery" lang="${escapeMarkup(language)}">`,
    element(
      'h2',
      escapeMarkup(printable(options.title ?? explanation.messageId ?? labels.title, 120)),
    ),
    rows.length > 0 ? scrollable(timelinePicture(entries, explanation, wording), labels.title) : '',
    tableOf(rows, left(explanation.entries.length), wording),
    '<dl>',
    ...definition(labels.shown, shown),
    ...definition(labels.why, why),
    ...definition(labels.attempts, [
      ...attempts.slice(0, MOST).map((cells) => cells.filter((cell) => cell !== '').join(' · ')),
      ...left(attempts.length),
    ]),
    ...definition(labels.next, next),
    '</dl></section>',
  ].join('')
}

const element = (name: string, content: string, attributes = ''): string =>
  `<${name}${attributes}>${content}</${name}>`

/** Who has no mouse must be able to reach what can be scrolled. */
const scrollable = (content: string, label: string): string =>
  element(
    'div',
    content,
    ` class="sms-scroll" role="group" tabindex="0" aria-label="${escapeMarkup(label)}"`,
  )

function tableOf(
  rows: readonly EntryRow[],
  leftOut: readonly string[],
  { phrases, calendar }: Wording,
): string {
  const { labels } = phrases
  if (rows.length === 0) return element('p', escapeMarkup(`${labels.noEvents}, ${calendar.zone}`))
  const heads = [
    labels.time,
    labels.after,
    labels.attempt,
    labels.status,
    labels.source,
    labels.verdict,
    labels.note,
  ]
  const isUsed = heads.map((_, column) => rows.some(({ cells }) => cells[column] !== ''))
  const used = (cells: readonly string[]): string[] =>
    cells.filter((_, column) => isUsed[column]).map(escapeMarkup)
  const span = ` colspan="${isUsed.filter(Boolean).length}"`
  return element(
    'table',
    [
      element(
        'thead',
        element(
          'tr',
          used(heads)
            .map((head) => element('th', head, ' scope="col"'))
            .join(''),
        ),
      ),
      '<tbody>',
      ...rows.map(({ heading, cells }) => {
        const [time = '', ...others] = used(cells)
        const row =
          element('th', time, ' scope="row"') + others.map((cell) => element('td', cell)).join('')
        return (
          (heading === undefined ? '' : element('tr', element('td', escapeMarkup(heading), span))) +
          element('tr', row)
        )
      }),
      ...leftOut.map((line) => element('tr', element('td', escapeMarkup(line), span))),
      '</tbody>',
    ].join(''),
  )
}

const definition = (label: string, lines: readonly string[]): string[] =>
  lines.length === 0
    ? []
    : [
        element('dt', escapeMarkup(label)),
        ...lines.map((line) => element('dd', escapeMarkup(line))),
      ]

/** At most so many: repeats are left out first, and then what is in the middle. */
function abridged(entries: readonly ExplainedEntry[]): readonly ExplainedEntry[] {
  if (entries.length <= MOST) return entries
  const isRepeat = (i: number): number => Number(entries[i]!.verdict === 'duplicate')
  const fromEnd = (i: number): number => Math.min(i, entries.length - 1 - i)
  const kept = [...entries.keys()]
    .sort((a, b) => isRepeat(a) - isRepeat(b) || fromEnd(a) - fromEnd(b))
    .slice(0, MOST)
  return kept.sort((a, b) => a - b).map((i) => entries[i]!)
}
