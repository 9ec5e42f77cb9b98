import { checkIterable, checkKeys, checkObject } from '../event/check.ts'
import { throwMisuse } from '../event/throw-misuse.ts'
import { calendarOf, type Calendar } from './calendar.ts'
import { durationText } from './duration.ts'
import { phrases as english } from './english.ts'
import type { ExplainedAttempt, Explanation } from './explanation.ts'
import type { ExplainedEntry } from './explained-entry.ts'
import { printable } from './layout.ts'
import type { Note, NoteCode, NoteOf } from './notes.ts'
import type { Phrases, Say } from './phrases.ts'

export interface WordingOptions {
  /** The zone in which instants are printed, by its IANA name. Defaults to UTC. */
  readonly timeZone?: string | undefined
  /** The words. Defaults to English. */
  readonly phrases?: Phrases | undefined
}

/** The words for one explanation: what text and HTML have in common. */
export interface Wording {
  readonly phrases: Phrases
  readonly calendar: Calendar
  /** The instant beside which the summary stands: that of the last entry. */
  readonly near: number | undefined
  duration(ms: number): string
  /** @param near the instant beside which the note stands */
  note(note: Note, near: number | undefined): string
  /** All that an entry says, on one line. */
  entry(entry: ExplainedEntry): string
  source(entry: ExplainedEntry): string
  attempt(attemptId: string | undefined): string
  /** `expired since 09:05:00, settled` */
  status(attempt: Pick<ExplainedAttempt, 'status' | 'since' | 'settled'>): string
  /** Why it failed, behind a status. */
  because(attempt: ExplainedAttempt): string
}

/**
 * Checks an explanation, and the options of a function that puts it into words.
 *
 * @param keys the other options of that function
 */
export function wordingOf<Options extends WordingOptions>(
  explanation: Explanation,
  options: Options,
  where: string,
  keys: readonly (keyof Options & string)[] = [],
): Wording {
  checkObject(explanation, where, 'explanation', 'Pass what explanation(…) gives.')
  checkIterable(explanation.entries, where, 'explanation.entries')
  checkObject(options, where, 'options')
  checkKeys(options, ['timeZone', 'phrases', ...keys], where, 'options')
  const { attempts, entries } = explanation
  const { timeZone = 'UTC', phrases = english } = options
  checkPhrases(phrases, where)
  const calendar = calendarOf(timeZone, where, phrases.labels.beyondCalendar)
  const near = entries.at(-1)?.at
  const nameOf = namesOf(attempts)
  const counts = new Map(attempts.map(({ attemptId, segments }) => [attemptId, segments]))
  const duration = (ms: number): string => durationText(ms, phrases.units)
  const because: Say['because'] = (failure) => {
    if (failure === undefined) return ''
    const code = printable(failure.code ?? '', 24)
    return `: ${phrases.failures[failure.reason]}${code === '' ? '' : ` (${code})`}`
  }
  const say = (beside: number | undefined): Say => ({
    duration,
    time: (instant) => calendar.timeNear(beside, instant),
    status: (status) => phrases.statuses[status],
    action: (action) => phrases.actions[action],
    attempt: nameOf,
    because,
    claim: ({ status, confirmedBy, failure }) =>
      `${phrases.claims[status]}${confirmedBy === undefined ? '' : ` ${phrases.confirmations[confirmedBy]}`}${because(failure)}`,
    stale: (status) => phrases.stale[status],
  })
  const note = <Code extends NoteCode>(each: NoteOf<Code>, beside: number | undefined): string =>
    phrases.notes[each.code](each, say(beside))
  return {
    phrases,
    calendar,
    near,
    duration,
    note,
    entry: (entry) => {
      const { event, attemptId, at, notes } = entry
      const segment = event && entry.segment
      const prefix = segment === undefined ? '' : phrases.segment(segment, counts.get(attemptId))
      return prefix + notes.map((each) => note(each, at)).join('; ')
    },
    source: ({ event }) => sourceText(event, phrases),
    attempt: nameOf,
    status: ({ status, since, settled }) =>
      phrases.status({
        status: phrases.statuses[status],
        since: since === undefined ? undefined : calendar.timeNear(near, since),
        settled,
      }),
    because: ({ failure }) => because(failure),
  }
}

/** A table that lacks a phrase would be found out only by the message that needs it. */
function checkPhrases(phrases: Phrases, where: string): void {
  checkObject(phrases, where, 'options.phrases', 'Leave it out for English.')
  for (const [name, ours] of Object.entries(english))
    if (typeof phrases[name as keyof Phrases] !== typeof ours)
      throwMisuse(
        where,
        `options.phrases.${name}`,
        `of the type of English's, ${typeof ours}`,
        phrases[name as keyof Phrases],
        'Start from ours: { ...phrases, language: … }.',
      )
}

/** Who speaks. What we say ourselves about a provider's message is not the provider's word. */
function sourceText(event: ExplainedEntry['event'], { sources }: Phrases): string {
  if (event === undefined) return sources.clock
  const { provider, source } = event
  if (source === 'service' || source === 'user' || source === 'manual') return sources[source]
  return provider === undefined ? sources.provider : printable(provider, 12)
}

/** Attempts by their ids if all of those are short, else by their numbers. */
function namesOf(attempts: readonly ExplainedAttempt[]): (attemptId: string | undefined) => string {
  const isShort = attempts.every(
    ({ attemptId: id }) => id !== undefined && id.length <= 12 && printable(id, 12) === id,
  )
  const numbers = new Map(attempts.map(({ attemptId }, i) => [attemptId, `#${i + 1}`]))
  return (id) => (isShort ? (id ?? '') : (numbers.get(id) ?? ''))
}
