import type { Confirmation, DeliveryEvent } from './event.ts'
import type { Failure } from './failure.ts'
import type { Rank } from './precedence.ts'

/** An event as the core reckons with it: right, and all of one layout. */
export interface Claim {
  readonly event: DeliveryEvent
  readonly rank: Rank
  /** When it was known; `Infinity` where it does not say. */
  readonly receivedAt: number
  /** When it happened; `Infinity` where it does not say. A clock that is ahead of ours is not believed: nothing happens after we know of it. */
  readonly occurredAt: number
  readonly messageId: string | undefined
  readonly attemptId: string | undefined
  readonly provider: string | undefined
  readonly providerMessageId: string | undefined
  /** 0 for the attempt as a whole. */
  readonly segment: number
  /** Of how many segments; 0 where it does not say. */
  readonly count: number
  /** -Infinity where it does not say. */
  readonly scheduledFor: number
  readonly isBlind: boolean
  readonly confirmedBy: Confirmation | undefined
  readonly failure: Failure | undefined
}

/** The earlier known first, then the earlier to have happened, none last in both. Two without an instant differ by NaN, which is no difference. */
export const compareInstants = (a: Claim, b: Claim): number => a.receivedAt - b.receivedAt || a.occurredAt - b.occurredAt

/** A reason goes before `unknown`, and that before none. */
export const reasonRank = ({ failure }: Claim): number => (failure ? Number(failure.reason === 'unknown') : 2)
