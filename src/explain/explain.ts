import { reduceIn } from '../delivery/reduce.ts'
import { checkIterable, checkKeys, checkObject } from '../event/check.ts'
import type { DeliveryEvent } from '../event/event.ts'
import type { Policy } from '../policy/policy.ts'
import type { TimelineEntry } from '../timeline/timeline-entry.ts'
import { timeline } from '../timeline/timeline.ts'
import { calendarOf, type Calendar } from './calendar.ts'
import { offsetText } from './duration.ts'
import { columns, printable } from './layout.ts'
import { partsOf } from './parts.ts'
import { NOBODY, SPEAKERS } from './sentences.ts'
import { summaryOf } from './summary.ts'
import { Narrator } from './why.ts'

export interface ExplainOptions {
  /** The zone in which instants are printed, by its IANA name; UTC unless told. */
  readonly timeZone?: string | undefined
}

/**
 * The story of a message for a person in support: its timeline, a line each (when, how long after the start, what is claimed and by whom,
 * the verdict and why), and under it what is shown, why, and what to do next. Any order of the events gives the same text.
 * It says no more than the evidence proves, and holds no personal data but what the caller's own ids hold.
 *
 * @param now ms since the epoch
 * @throws TypeError as `reduce` does, and for a time zone that the runtime does not know
 * @example
 * ```ts
 * const at = Date.UTC(2026, 10, 21, 9)
 * const events: DeliveryEvent[] = [
 *   { status: 'delivered', receivedAt: at + 423_000, provider: 'twilio' },
 *   { status: 'sent', receivedAt: at, provider: 'twilio' },
 * ]
 * console.log(explain(events, otp, at + 600_000))
 * // → 2026-11-21, UTC
 * // → 09:00:00.000           sent       twilio  advanced  handed on for delivery
 * // → 09:05:00.000    +5min  expired    clock   advanced  no final status by the deadline
 * // → 09:07:03.000  +7min3s  delivered  twilio  late      2 min 3 s after the deadline; kept as evidence
 * // →
 * // → Shown:  expired since 09:05:00, settled (policy otp, as of 09:10:00)
 * // →         Delivery was not confirmed in time; it may have arrived all the same.
 * // → Why:    No final status by the deadline, 5 min after the start.
 * // →         The delivered receipt came 2 min 3 s after the deadline: too late to change it, kept as evidence.
 * // → Next:   offer-resend: let the user ask for another one; never resend by itself.
 * // →         A second copy may reach the phone.
 * ```
 */
export function explain(events: Iterable<DeliveryEvent>, policy: Policy, now: number, options: ExplainOptions = {}): string {
  const where = 'explain: '
  checkIterable(events, where, 'events')
  checkObject(options, where, 'options')
  checkKeys(options, ['timeZone'], where, 'options')
  const { timeZone = 'UTC' } = options
  const calendar = calendarOf(timeZone, where)

  const list = [...events]
  const reduced = (flow: Policy, instant: number) => reduceIn(where, list, flow, instant)
  const state = reduced(policy, now)
  const entries = timeline(list, policy, now)
  const parts = partsOf(entries)
  const narrator = new Narrator(parts, calendar, state.deadline)
  const nameOf = namesOf(state.attempts.map(({ attemptId }) => attemptId))

  const rows = entries.map((entry) => [
    entry.at === undefined ? 'no time' : calendar.time(entry.at),
    entry.at === undefined || state.windowStart === undefined ? '' : offsetText(entry.at - state.windowStart),
    state.attempts.length > 1 ? nameOf(entry.attemptId) : '',
    entry.event === undefined ? entry.clock : entry.event.status,
    speakerOf(entry),
    entry.verdict,
    narrator.why(entry),
  ])
  const told = columns(rows, [1]).flatMap((lines, i) => [...headingOf(entries, i, calendar), ...lines])
  const summary = summaryOf({
    state,
    entries,
    parts,
    policy,
    calendar,
    now: Math.max(now, state.lastReceivedAt ?? now),
    near: entries.at(-1)?.at,
    nameOf,
    reduced,
  })
  return [...(told.length > 0 ? told : [`no events, ${calendar.zone}`]), '', ...summary].join('\n')
}

/** The day where it changes; the zone above the first line. */
function headingOf(entries: readonly TimelineEntry[], i: number, { zone, day }: Calendar): string[] {
  const dayAt = (entry: TimelineEntry | undefined): string | undefined => (entry?.at === undefined ? undefined : day(entry.at))
  if (i === 0) return [`${dayAt(entries.find(({ at }) => at !== undefined)) ?? 'no times'}, ${zone}`]
  const [before, own] = [dayAt(entries[i - 1]), dayAt(entries[i])]
  return before === undefined || own === undefined || before === own ? [] : [own]
}

function speakerOf({ event }: TimelineEntry): string {
  if (event === undefined) return 'clock'
  const { provider, source = 'webhook' } = event
  // What we say ourselves about a provider's message is not the provider's word.
  return provider === undefined || SPEAKERS[source] !== NOBODY ? SPEAKERS[source] : printable(provider, 12)
}

/** Attempts by their ids where those are short, else by their numbers. */
function namesOf(ids: readonly (string | undefined)[]): (id: string | undefined) => string {
  const short = ids.every((id) => id !== undefined && id.length <= 12 && printable(id, 12) === id)
  return (id) => (short ? (id ?? '') : `#${ids.indexOf(id) + 1}`)
}
