import { timeOf } from './buckets.ts'
import { checkSummary } from './check-summary.ts'
import { countIn } from './counts.ts'
import { deliveryCurve, type CurvePoint } from './delivery-curve.ts'
import type { GroupSummary, Summary } from './summary.ts'
import { line, percent, picture, round, ROW, shortened, textAt } from './svg.ts'

// Of the plane in the picture; the lines' numbers stand right of it.
const LEFT = 52
const RIGHT = 612
const TOP = 12
const BOTTOM = 252

/** ms, and what is written under the axis. */
const TICKS = [
  [100, '0.1 s'],
  [1_000, '1 s'],
  [10_000, '10 s'],
  [60_000, '1 min'],
  [600_000, '10 min'],
  [3_600_000, '1 h'],
  [86_400_000, '1 d'],
  [604_800_000, '7 d'],
] as const

/** One for each line; then they come round, and the number at the line's end tells them apart. */
const DASHES = ['none', '8 4', '2 3', '12 3 2 3', '5 2', '1 5', '14 6', '8 3 2 3 2 3']

/**
 * The time to deliver of each group (see `deliveryCurve`), on a logarithmic axis, as an SVG
 * fragment like that of `toFunnelSvg`. Each line has a number and dashes of its own; the list below
 * it names its group, and says how many messages it is about and which share of them is still open
 * or lost. Readable up to some 15 groups.
 *
 * @throws TypeError for what is no summary, and for one of another version
 * @example
 * ```ts
 * const svg = toDeliveryCurveSvg(summarize([reduce([], otp, 0)], { groupBy: () => '<b>' }))
 * console.log(svg.startsWith('<svg '), svg.includes('<b>')) // → true false
 * ```
 */
export function toDeliveryCurveSvg(summary: Summary): string {
  checkSummary(summary, 'toDeliveryCurveSvg: ', 'summary')
  const curves = summary.groups.map((group) => ({ group, curve: deliveryCurve(group) }))
  const times = curves.flatMap(({ curve }) =>
    [...curve.slice(0, 1), ...curve.slice(-1)].map(({ ms }) => ms),
  )
  const ticks = ticksFor(times)
  const [first, last] = [Math.log(ticks[0]![0]), Math.log(ticks.at(-1)![0])]
  const xOf = (ms: number) =>
    LEFT + (RIGHT - LEFT) * Math.min(1, Math.max(0, (Math.log(ms) - first) / (last - first)))

  const axes = [
    ...[0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
      line(LEFT, yOf(share), RIGHT, yOf(share)),
      textAt(LEFT - 6, yOf(share) + 4, `${share * 100} %`, 'end'),
    ]),
    ...ticks.flatMap(([ms, text]) => [
      line(xOf(ms), TOP, xOf(ms), BOTTOM),
      textAt(xOf(ms), BOTTOM + 18, text, 'middle'),
    ]),
  ]
  const labels = apart(curves.map(({ curve }) => yOf(curve.at(-1)?.share ?? 0)))
  const lines = curves.flatMap(({ group, curve }, i) => {
    const end = xOf(watchedUntil(group))
    return [
      `<path d="${pathOf(curve, xOf)}H${round(end)}" ${strokeOf(i)}/>`,
      line(end, yOf(curve.at(-1)?.share ?? 0), RIGHT + 4, labels[i]!),
      textAt(RIGHT + 7, labels[i]! + 4, `${i + 1}`),
    ]
  })
  const legend = curves.flatMap(({ group }, i) => {
    const y = BOTTOM + 44 + i * ROW
    return [
      `<path d="M${LEFT} ${y - 4}h48" ${strokeOf(i)}/>`,
      textAt(LEFT + 60, y, legendOf(group, i)),
    ]
  })
  const height = BOTTOM + 32 + Math.max(1, curves.length) * ROW
  return picture('Time to deliver: the share delivered within a time', height, [
    ...axes,
    ...lines,
    ...legend,
  ])
}

const yOf = (share: number): number => BOTTOM - (BOTTOM - TOP) * share

const strokeOf = (i: number): string =>
  `fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="${DASHES[i % DASHES.length]!}"`

/** From the last tick before all times to the first after them, 1 s to 1 min at the least. */
function ticksFor(times: readonly number[]): readonly (readonly [ms: number, text: string])[] {
  const [least, most] = [Math.min(...times, 1_000), Math.max(...times, 60_000)]
  const from = TICKS.filter(([ms]) => ms <= least).length - 1
  const to = TICKS.filter(([ms]) => ms < most).length
  return TICKS.slice(Math.max(0, from), to + 1)
}

/** The curve says nothing after the last message that was watched. */
const watchedUntil = ({ deliveredAfter, openAfter }: GroupSummary): number =>
  timeOf(Math.max(deliveredAfter.at(-1)?.[0] ?? 0, openAfter.at(-1)?.[0] ?? 0))

/** Steps: between two deliveries nothing rises. */
const pathOf = (curve: readonly CurvePoint[], xOf: (ms: number) => number): string =>
  [
    `M${LEFT} ${BOTTOM}`,
    ...curve.map(({ ms, share }) => `H${round(xOf(ms))}V${round(yOf(share))}`),
  ].join('')

/** Heights of labels, moved down where they would cover each other, and up from the bottom. */
function apart(heights: readonly number[]): number[] {
  const moved = [...heights]
  const highestFirst = heights.map((_, i) => i).sort((a, b) => heights[a]! - heights[b]!)
  let free = TOP
  for (const i of highestFirst) {
    moved[i] = Math.max(moved[i]!, free)
    free = moved[i] + 13
  }
  free = BOTTOM
  for (const i of highestFirst.reverse()) {
    moved[i] = Math.min(moved[i]!, free)
    free = moved[i] - 13
  }
  return moved
}

function legendOf({ key, deliveredAfter, openAfter }: GroupSummary, i: number): string {
  const [delivered, open] = [countIn(deliveredAfter), countIn(openAfter)]
  const watched = delivered + open
  const openShare =
    watched === 0
      ? 'none timed'
      : `${watched} timed, ${percent(open / watched)} of them open or lost`
  return `${i + 1}  ${shortened(key ?? 'all others', 32)}: ${openShare}`
}
