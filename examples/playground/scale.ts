import type { Status } from 'sms-delivery-state'
import type { Explanation } from 'sms-delivery-state/explain'

/** Where `now` can be dragged: each stop is as far from the next one, however near in time. */
export interface Scale {
  /** In ms since the epoch, rising; the last one is after all that happens. */
  readonly stops: readonly Stop[]
}

interface Stop {
  readonly at: number
  /** What happens there: what a receipt claims, or a word for what the clock does. */
  readonly words: readonly string[]
  readonly status?: Status | undefined
}

/** Steps of the slider from one stop to the next. */
export const STEPS = 20

/** Of a message with more instants only so many are stops. */
const MOST = 40

/** The instants of a message's whole story. Undefined where nothing carries a time. */
export function scaleOf(
  { entries, windowStart, deadline }: Explanation,
  slowAfter: number,
): Scale | undefined {
  if (windowStart === undefined) return undefined
  const stops = new Map<number, { words: string[]; status?: Status | undefined }>()
  const add = (at: number | undefined, word: string, status?: Status) => {
    if (at === undefined) return
    const { words, status: before } = stops.get(at) ?? { words: [] }
    stops.set(at, { words: [...words, word], status: status ?? before })
  }
  for (const { at, event } of thinned(entries)) if (event) add(at, event.status, event.status)
  add(windowStart, 'start')
  const slowAt = windowStart + slowAfter
  const isQuick = entries.some(
    ({ at = Infinity, status }) => at <= slowAt && status === 'delivered',
  )
  if (!isQuick) add(slowAt, 'slow')
  add(deadline, 'deadline')
  const rising = [...stops].map(([at, stop]): Stop => ({ at, ...stop })).sort((a, b) => a.at - b.at)
  const [first, last] = [rising[0]!.at, rising.at(-1)!.at]
  const later = last + Math.max(1_000, Math.round((last - first) / 10))
  return { stops: [...rising, { at: later, words: ['later'] }] }
}

/** The first and the last ones. */
const thinned = <Entry>(entries: readonly Entry[]): readonly Entry[] =>
  entries.length <= MOST ? entries : [...entries.slice(0, MOST / 2), ...entries.slice(-MOST / 2)]

/** The slider's value for an instant. */
export function valueOf({ stops }: Scale, instant: number): number {
  const next = stops.findIndex(({ at }) => at > instant)
  if (next === 0) return 0
  if (next < 0) return (stops.length - 1) * STEPS
  const [from, to] = [stops[next - 1]!.at, stops[next]!.at]
  return Math.round((next - 1 + (instant - from) / (to - from)) * STEPS)
}

/** The instant for a slider's value: ms since the epoch. */
export function instantOf({ stops }: Scale, value: number): number {
  const before = Math.min(Math.floor(value / STEPS), stops.length - 1)
  const from = stops[before]!.at
  const to = stops[before + 1]?.at ?? from
  return Math.round(from + ((to - from) * (value - before * STEPS)) / STEPS)
}
