import type { Verdict } from '../delivery/verdict.ts'
import type { Status } from '../event/status.ts'
import { offsetText } from './duration.ts'
import { escapeMarkup } from './escape.ts'
import type { ExplainedEntry } from './explained-entry.ts'
import type { Explanation } from './explanation.ts'
import { printable } from './layout.ts'
import { colorOf, shapeOf } from './shapes.ts'
import { timeScale } from './time-scale.ts'
import type { Wording } from './wording.ts'

/** Heights in pixels: of what is above the lanes, of a lane, and from its top to its line. */
const TOP = 34
const LANE = 40
const LINE = 28

/** An entry, or an instant of the window that no entry has. */
interface Point {
  /** `-Infinity` for what has no time. */
  readonly at: number
  readonly x: number
  readonly entry: ExplainedEntry | undefined
}

/**
 * The timeline as one SVG, from left to right: a lane for each attempt with a mark for each entry,
 * the window up to its deadline as a band, and under the lanes what the message showed. Texts take
 * the color of the page, so that it needs no style sheet, be the page light or dark.
 */
export function timelinePicture(
  entries: readonly ExplainedEntry[],
  explanation: Explanation,
  wording: Wording,
): string {
  const { attempts, shown } = explanation
  const { labels, statuses } = wording.phrases
  const listed = new Set(entries.map(({ attemptId }) => attemptId))
  const lanes = attempts.filter(({ attemptId }) => listed.has(attemptId))
  const lines = new Map(lanes.map(({ attemptId }, i) => [attemptId, TOP + LANE * i + LINE]))
  const names = lanes.map(({ attemptId, provider = '' }) =>
    `${attempts.length > 1 ? wording.attempt(attemptId) : ''} ${printable(provider, 12)}`.trim(),
  )
  const words = entries.flatMap((entry) => [statuses[claimed(entry)], statuses[entry.status]])
  const distance = 14 + widest([...words, labels.noTime, labels.deadline])
  const left = Math.round(20 + widest([...names, labels.shown]))
  const { points, breaks, end } = pointsOf(entries, explanation, distance, left)
  const bottom = TOP + LANE * lanes.length + 6
  const legend = legendOf(entries, wording, bottom + 66)
  const width = Math.round(Math.max(end, legend.width))
  const content = [
    ...windowBand(points, explanation, wording, bottom + 22),
    ...lanes.flatMap(({ attemptId }, i) => {
      const y = lines.get(attemptId)!
      return [
        `<path d="M${left} ${y}H${width}" stroke="currentColor" stroke-opacity=".3"/>`,
        text(8, y + 4, names[i]!),
      ]
    }),
    ...points.flatMap(({ entry, x }) => {
      if (entry === undefined) return []
      const y = lines.get(entry.attemptId)!
      const shape = shapeOf(entry.clock ? 'clock' : entry.verdict, colorOf(claimed(entry)))
      return [moved(x, y, shape), text(x, y - 12, statuses[claimed(entry)], 'middle')]
    }),
    text(8, bottom + 15, labels.shown),
    ...shownBar(points, explanation.now, end, bottom, statuses),
    ...timeAxis(points, explanation, wording, bottom + 40),
    ...breaks.map((x) =>
      moved(x, bottom + 41, '<path d="M0 0l4-10m4 0-4 10" stroke="currentColor" fill="none"/>'),
    ),
    ...legend.content,
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${bottom + 80}" viewBox="0 0 ${width} ${bottom + 80}"`,
    ` fill="currentColor" font-family="system-ui,sans-serif" font-size="11"><title>${escapeMarkup(labels.title)}</title>`,
    `<desc>${escapeMarkup(wording.status(shown))}</desc>${content.join('')}</svg>`,
  ].join('')
}

const claimed = (entry: ExplainedEntry): Status => entry.clock ?? entry.event.status

const moved = (x: number, y: number, content: string): string =>
  `<g transform="translate(${Math.round(x)} ${y})">${content}</g>`

const text = (x: number, y: number, content: string, anchor = 'start'): string =>
  `<text x="${Math.round(x)}" y="${y}" text-anchor="${anchor}">${escapeMarkup(content)}</text>`

/** About as wide as its letters are in most fonts; those of East Asia are twice as wide. */
const widthOf = (content: string): number => 6.4 * content.replace(/[\u2e80-\uffff]/g, '##').length

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(widthOf))

/** Entries come in the order of the timeline, and the window's own instants where they belong. */
function pointsOf(
  entries: readonly ExplainedEntry[],
  { windowStart, deadline, now }: Explanation,
  distance: number,
  start: number,
) {
  const known = new Set(entries.map(({ at }) => at))
  const own = windowStart === undefined ? [] : [...new Set([windowStart, deadline ?? now, now])]
  const points = [
    ...entries.map((entry) => ({ at: entry.at ?? -Infinity, entry })),
    ...own.filter((at) => !known.has(at)).map((at) => ({ at, entry: undefined })),
  ].sort((a, b) => a.at - b.at)
  const { places, ...scale } = timeScale(
    points.map(({ at }) => at),
    distance,
    start,
  )
  return {
    ...scale,
    points: points.map((point, i): Point => ({ ...point, x: Math.round(places[i]!) })),
  }
}

/** The place of an instant: of several points of that instant the last one. */
const placeOf = (points: readonly Point[], instant: number): number =>
  points.reduce((place, { at, x }) => (at === instant ? x : place), 0)

function windowBand(
  points: readonly Point[],
  { windowStart, deadline, now }: Explanation,
  wording: Wording,
  height: number,
): string[] {
  if (windowStart === undefined) return []
  const { labels } = wording.phrases
  const line = (x: number, label: string, dashes: string): string[] => [
    `<path d="M${x} 32V${height}" stroke="currentColor" stroke-opacity=".6" stroke-dasharray="${dashes}"/>`,
    text(x, 28, label, 'middle'),
  ]
  const from = points.find(({ at }) => at === windowStart)!.x
  const today = placeOf(points, now)
  if (deadline === undefined) return line(today, labels.now, '1 3')
  const to = placeOf(points, deadline)
  return [
    `<path d="M${from} 2H${to}V${height}H${from}z" fill-opacity=".07"/>`,
    text(from + 4, 13, `${labels.window} ${wording.duration(deadline - windowStart)}`),
    ...line(to, labels.deadline, '5 3'),
    ...(now === deadline ? [] : line(today, labels.now, '1 3')),
  ]
}

function shownBar(
  points: readonly Point[],
  now: number,
  end: number,
  y: number,
  statuses: Readonly<Record<Status, string>>,
): string[] {
  const entries = points.flatMap(({ entry, x }) => (entry ? [{ status: entry.status, x }] : []))
  // Equal neighbors are one bar.
  const changes = entries.filter(({ status }, i) => status !== entries[i - 1]?.status)
  return changes.flatMap(({ status, x }, i) => {
    const width = (changes[i + 1]?.x ?? (placeOf(points, now) || Math.round(end - 8))) - x
    const color = colorOf(status)
    return [
      `<path d="M${x} ${y}h${width}v22h-${width}z" fill="${color}" fill-opacity=".3" stroke="${color}"/>`,
      text(x + 6, y + 15, statuses[status]),
    ]
  })
}

/** How long after the start each instant is. */
const timeAxis = (
  points: readonly Point[],
  { windowStart }: Explanation,
  { phrases }: Wording,
  y: number,
): string[] =>
  points.flatMap(({ at, x }, i) => {
    if (at === points[i - 1]?.at) return []
    const offset = offsetText(at - (windowStart ?? at), phrases.units) || '0'
    return [text(x, y, at === -Infinity ? phrases.labels.noTime : offset, 'middle')]
  })

/** The shapes that occur, with their words. */
function legendOf(entries: readonly ExplainedEntry[], { phrases }: Wording, y: number) {
  const names = new Map<Verdict | 'clock', string>(
    entries.map(({ clock, verdict }) =>
      clock ? ['clock', phrases.sources.clock] : [verdict, phrases.verdicts[verdict]],
    ),
  )
  let width = 16
  const content = [...names].flatMap(([shape, name]) => {
    const x = width
    width += Math.round(34 + widthOf(name))
    return [moved(x, y, shapeOf(shape, 'currentColor')), text(x + 12, y + 4, name)]
  })
  return { content, width }
}
