import type { Outcome, Status } from 'sms-delivery-state'
import type { Order } from './orders.ts'
import type { PlacedIssue } from './reading.ts'
import type { Scale } from './scale.ts'

/** Messages on a page of the list. */
export const PAGE = 25

/** What the page asks its worker. The worker answers each question once, in their order. */
export interface Question {
  /** The receipts; left out where they are those of the question before. */
  readonly text?: string | undefined
  /** One of our flows, or a policy as JSON. */
  readonly policy: string
  /** ms since the epoch; the last instant that the receipts know of where it is left out. */
  readonly now?: number | undefined
  /** As of when the list is; it may lag behind while `now` is dragged. */
  readonly listNow?: number | undefined
  /** The message whose story is told; the most telling one where it is left out, or not there. */
  readonly message?: string | undefined
  /** What the list is searched for, and its page, from 0. */
  readonly find: string
  readonly page: number
  /** In how many other orders the receipts are tried. */
  readonly orders: number
}

export interface Answer {
  /** Left out where the receipts are those of the question before. */
  readonly reading?: ReadingAnswer | undefined
  /** What is wrong with the policy, or with the receipts as a whole. */
  readonly policyProblems: readonly string[]
  readonly problem?: string | undefined
  /** Of the policy in force: the last one that was right. */
  readonly policyName: string
  readonly list: ListAnswer
  readonly story?: StoryAnswer | undefined
}

export interface ReadingAnswer {
  readonly receipts: number
  /** How many receipts of each provider, by name; `undefined` is nobody that we know. */
  readonly providers: readonly (readonly [name: string | undefined, count: number])[]
  readonly issueCount: number
  /** The first of them. */
  readonly issues: readonly PlacedIssue[]
  /** The lines on which receipts begin, rising, with what stands beside each. */
  readonly lines: Uint32Array<ArrayBuffer>
  /** For each line the place in `labels`; 128 is added where there is an issue. */
  readonly marks: Uint8Array<ArrayBuffer>
  readonly labels: readonly string[]
}

export interface ListAnswer {
  readonly messages: number
  /** How many of them are found, and those of the page. */
  readonly found: number
  readonly page: number
  readonly rows: readonly RowAnswer[]
  readonly statuses: readonly (readonly [Status, number])[]
}

export interface RowAnswer {
  readonly id: string
  readonly status?: Status | undefined
  readonly action: string
  readonly notes: string
}

export interface StoryAnswer {
  readonly id: string
  /** As of when: ms since the epoch. */
  readonly now: number
  /** Left out where nothing was known of the message then. */
  readonly shown?: ShownAnswer | undefined
  readonly scale?: Scale | undefined
  readonly orders: readonly Order[]
  /** How many messages there are, and how many are the same in the last of the orders. */
  readonly same: { readonly messages: number; readonly equal: number } | undefined
  readonly snippet: string
}

export interface ShownAnswer {
  readonly status: Status
  readonly outcome: Outcome
  readonly isSettled: boolean
  readonly meaning: string
  readonly action: string
  readonly advice: string
  /** The drawn timeline, and all that is said of it, as `toHtml` gives it. */
  readonly html: string
}
