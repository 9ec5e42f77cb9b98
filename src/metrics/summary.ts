import type { Confirmation } from '../event/event.ts'
import type { FailureReason } from '../event/failure.ts'
import type { Outcome, Status } from '../event/status.ts'

/**
 * Many states, counted: plain JSON that can be stored and added to others. Equal sets of messages
 * give equal JSON text, however they were ordered or split.
 */
export interface Summary {
  readonly v: 1
  /** Sorted by key, the group without a key first. One group at most without `groupBy`. */
  readonly groups: readonly GroupSummary[]
}

/** How often each number occurs: pairs of number and count, the smallest number first. */
export type Frequencies = readonly (readonly [value: number, count: number])[]

/** The messages of one group. All numbers are counts of messages where nothing else is said. */
export interface GroupSummary extends Readonly<Counts> {
  /** What `groupBy` gave; absent where it gave nothing. */
  readonly key?: string | undefined
  /** Time to deliver, in buckets (see `bucketOf`): of the delivered messages. */
  readonly deliveredAfter: Frequencies
  /** How long the open and the lost messages are known to be undelivered, in the same buckets. */
  readonly openAfter: Frequencies
  /** How many messages have how many attempts. */
  readonly attempts: Frequencies
  /** The providers' own error codes, of the messages counted in `reasons`. */
  readonly codes: readonly CodeCount[]
  /** By provider of the attempt. */
  readonly providers: readonly ProviderSummary[]
}

/** Whatever has a fixed name and is simply added up. */
export type Counts = {
  messages: number
  /** By the status shown. */
  statuses: Record<Status, number>
  outcomes: Record<Outcome, number>
  /** How far the messages are proved to have come. Each stage is part of the one above it. */
  reached: {
    /** A provider answered, or reported anything. */
    answered: number
    /** Proved to be handed on: `sent`, `undelivered` or `delivered` is reported. */
    handedOn: number
    /** Shown as delivered. */
    delivered: number
  }
  settled: number
  /** Some attempt got a final claim, in time or late: receipt coverage. */
  reported: number
  /** The clock set the status: the window closed without a final claim. */
  silent: number
  /** Receipts contradict each other. */
  conflicts: number
  /** Delivery became known after the deadline. */
  late: {
    /** The message is shown as delivered all the same. */
    shown: number
    /** The status had settled before, and stays. */
    unshown: number
  }
  /**
   * Why messages are not delivered: the failed ones, `unknown` by default, and others with a
   * reason.
   */
  reasons: Record<FailureReason, number>
  /** Messages with two attempts or more, by which attempts claim delivery. */
  resent: {
    /** The later ones brought nothing. */
    byFirst: number
    /** Without them it would not have been delivered. */
    byLater: number
    /** A second copy reached the phone. */
    byBoth: number
    byNone: number
  }
  /** Messages that say nothing about the time to deliver, and why. */
  untimed: {
    /** Every attempt is reported as failed or undelivered, in time or late. */
    failed: number
    /** No event carries our own time, or `delivered` carries none. */
    noTime: number
    /** Nothing was known before the delivery, or it was delivered before its schedule. */
    noStart: number
  }
}

export interface CodeCount {
  /** A code means something only at its provider. */
  readonly provider?: string | undefined
  readonly code: string
  readonly messages: number
}

/** What the receipts of one provider are worth. The numbers are counts of attempts. */
export interface ProviderSummary extends Readonly<ProviderCounts> {
  /** Absent for the attempts that name no provider. */
  readonly provider?: string | undefined
}

export type ProviderCounts = {
  attempts: number
  /** Got a final claim. */
  reported: number
  /** Delivery is claimed, by who vouches for it: `unstated` where nobody says. */
  delivered: Record<Confirmation | 'unstated', number>
}
