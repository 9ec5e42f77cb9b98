import type { Confirmation } from '../event/event.ts'
import type { Failure } from '../event/failure.ts'
import type { Status } from '../event/status.ts'
import type { Action } from '../policy/policy.ts'

/** Why it failed, where anybody said so: a reason other than `unknown`, or a code. */
export type ToldFailure = Omit<Failure, 'permanent'>

/** What an event says. */
export interface Claim {
  readonly status: Status
  /** Who vouches for a delivery. */
  readonly confirmedBy?: Confirmation | undefined
  readonly failure?: ToldFailure | undefined
}

/** A receipt, as a sentence refers to it. */
export interface ReceiptName {
  readonly status: Status
  /** Only where the message has several attempts. */
  readonly attemptId?: string | undefined
  readonly segment?: number | undefined
}

/**
 * Every note by its code, with the values that it carries. Instants are ms since the epoch, and
 * durations are ms.
 * An entry, the reasons, and the next step are each a list of notes.
 */
export interface NoteValues {
  // What an entry of the timeline says
  /**
   * The event's own claim. By now, `delivered` of `segments` segments have their delivery report;
   * `segments` is 0 if nobody declared a count.
   */
  claim: Claim & { readonly delivered?: number | undefined; readonly segments?: number | undefined }
  /** A repeat, `ago` after the first of its kind, with its claim where that says something else. */
  repeat: { readonly ago?: number | undefined; readonly claim?: Claim | undefined }
  /** The status had moved on. */
  stale: { readonly status: Status; readonly failure?: ToldFailure | undefined }
  /** It came too late, and changed nothing. */
  kept: { readonly failure?: ToldFailure | undefined }
  'after-deadline': { readonly duration: number }
  /** It speaks of one segment, and the attempt as a whole stays as it was. */
  'whole-unchanged': NoValues
  /** The message shows something else than the event claims. */
  shows: { readonly status: Status }
  'clock-ahead': { readonly duration: number }
  'out-of-order': { readonly occurredAt?: number | undefined }
  'happened-at': { readonly occurredAt: number }
  /** It contradicts these statuses, which stand above it for the same slot. */
  contradicts: { readonly statuses: readonly Status[] }
  scheduled: { readonly scheduledFor: number }
  'no-receipts-expected': NoValues
  /** The channel says that it was opened. */
  read: NoValues
  /** The clock's own mark. */
  silence: NoValues

  // Why it is shown so
  'nothing-known': NoValues
  /**
   * A receipt set the status, `sinceStart` after the start of the window (negative: before it).
   * Without `sinceStart` no time is known.
   */
  reported: {
    readonly attemptId?: string | undefined
    readonly sinceStart?: number | undefined
    readonly failure?: ToldFailure | undefined
  }
  /** The clock set the status. */
  silent: { readonly attemptId?: string | undefined; readonly sinceStart: number }
  /** Another receipt gave the reason. */
  'reason-from': ReceiptName & { readonly at?: number | undefined; readonly failure: ToldFailure }
  permanent: NoValues
  /** No final status came within the policy's `slowAfter`. */
  slow: { readonly duration: number }
  'shown-at-deadline': { readonly deadline: number; readonly status: Status }
  /** A delivery report would still count; with `attemptIds`, only for these. */
  'still-counts': { readonly attemptIds?: readonly string[] | undefined }
  'too-late': ReceiptName & { readonly duration: number }
  /** Delivery is claimed, but not of the whole text. */
  'partly-delivered': NoValues
  'conflicting-receipts': NoValues

  // What to do next
  'second-copy': NoValues
  'no-copy': NoValues
  /** The policy's `maxAttempts` are used; without that limit it would be this action. */
  'attempts-used': { readonly action: Action }
  held: NoValues
  'look-again': { readonly reviewAt: number }
}

export type NoteCode = keyof NoteValues

/** One note: its code, with its values beside it. */
export type Note = { [Code in NoteCode]: Flat<NoteOf<Code>> }[NoteCode]

/** The note of one code, in the form that lets the compiler look up the phrase for it. */
export type NoteOf<Code extends NoteCode> = {
  [Each in Code]: { readonly code: Each } & NoteValues[Each]
}[Code]

type Flat<T> = { [Field in keyof T]: T[Field] }

type NoValues = Record<never, never>
