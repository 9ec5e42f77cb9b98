import type { Verdict } from '../delivery/verdict.ts'
import type { Confirmation } from '../event/event.ts'
import type { FailureReason } from '../event/failure.ts'
import type { Status } from '../event/status.ts'
import type { Action } from '../policy/policy.ts'
import type { Meaning } from './explanation.ts'
import type { Claim, NoteCode, NoteValues, ToldFailure } from './notes.ts'

/**
 * Turns the values of a note into texts of the same language. All are safe to print: short, and
 * without control characters.
 */
export interface Say {
  /** `2 min 3 s` */
  duration(ms: number): string
  /** `09:00:02.100`, with its day where that is another one. */
  time(instant: number): string
  status(status: Status): string
  action(action: Action): string
  /** An attempt by its id if all ids are short, else by its number: `#2`. */
  attempt(attemptId: string): string
  /** `: the number is not valid (30003)`, or nothing. */
  because(failure: ToldFailure | undefined): string
  /** The claim with who vouches for it, and why it failed. */
  claim(claim: Claim): string
  /** As {@link Phrases.stale} has it. */
  stale(status: Status): string
}

/**
 * Every code's words, in one language. For another one, hand in a table of your own to `toText`,
 * `toHtml` or `explain`; the compiler tells what it lacks. A phrase is a part of a sentence: no
 * capital in front, no full stop behind.
 */
export interface Phrases {
  /** The language's tag, for HTML: `en`, `de-AT`. */
  readonly language: string
  /** A phrase as a sentence: a capital in front, a full stop behind. */
  readonly sentence: (phrase: string) => string

  // Single words, for a column or a drawing
  readonly statuses: Readonly<Record<Status, string>>
  readonly verdicts: Readonly<Record<Verdict, string>>
  readonly actions: Readonly<Record<Action, string>>
  /** Who speaks. `provider` stands for a provider without a name. */
  readonly sources: Readonly<Record<'clock' | 'service' | 'user' | 'manual' | 'provider', string>>
  /** `ages` is a time that is too long for a calendar. */
  readonly units: Readonly<Record<'ms' | 's' | 'min' | 'h' | 'd' | 'ages', string>>
  readonly labels: Readonly<Record<Label, string>>

  // Phrases
  /** What an event claims, where it advances an attempt. */
  readonly claims: Readonly<Record<Status, string>>
  /** What a claim still gives, where the status had moved on. */
  readonly stale: Readonly<Record<Status, string>>
  /** What may be said of a message that is shown so, whatever else came, late or in part. */
  readonly meanings: Readonly<Record<Meaning, string>>
  /** Who vouches for a delivery. Follows the claim. */
  readonly confirmations: Readonly<Record<Confirmation, string>>
  readonly failures: Readonly<Record<FailureReason, string>>
  /** What each action asks of the product. */
  readonly advice: Readonly<Record<Action, string>>
  readonly notes: { readonly [Code in NoteCode]: (values: NoteValues[Code], say: Say) => string }

  // Parts of a line; their values are texts already
  /** In front of what an event says of one segment. */
  readonly segment: (segment: number, segments: number | undefined) => string
  readonly status: (texts: {
    status: string
    since?: string | undefined
    settled: boolean
  }) => string
  readonly policy: (texts: { policy: string; now: string }) => string
  /** The action, and what it asks of the product: a whole sentence. */
  readonly step: (texts: { action: string; advice: string }) => string
  /** Behind the attempt that is shown. */
  readonly isShown: string
  /** Where lines are left out of a picture and its table. */
  readonly leftOut: (lines: number) => string
}

type Label =
  | 'shown'
  | 'why'
  | 'attempts'
  | 'next'
  // The columns of a table
  | 'time'
  | 'after'
  | 'attempt'
  | 'status'
  | 'source'
  | 'verdict'
  | 'note'
  // A drawing
  | 'title'
  | 'window'
  | 'deadline'
  | 'now'
  // In place of an instant
  | 'noEvents'
  | 'noTimes'
  | 'noTime'
  | 'beyondCalendar'
