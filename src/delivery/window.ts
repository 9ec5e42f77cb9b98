import type { Message } from '../message/resolve-message.ts'
import type { Policy } from '../policy/policy.ts'

/** How long a message is worth waiting for, seen from one instant. */
export interface Window {
  /** Where it starts; `Infinity` where no event of the message has a time. */
  readonly start: number
  /** Where it ends; `Infinity` where it has no start, and where it is beyond all numbers. */
  readonly deadline: number
  /** The instant from which it is seen. */
  readonly now: number
  /** The deadline has passed. */
  readonly closed: boolean
}

/** `now` is never earlier than the latest `receivedAt`, which is our own clock too. */
export function windowOf({ start, lastReceivedAt }: Message, policy: Policy, now: number): Window {
  return windowAt(start, start + policy.window, Math.max(now, lastReceivedAt))
}

export const windowAt = (start: number, deadline: number, now: number): Window => ({
  start,
  deadline,
  now,
  closed: now >= deadline,
})
