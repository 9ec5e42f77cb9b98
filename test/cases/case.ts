import type { DeliveryEvent, DeliveryState, Policy, Status, Verdict } from 'sms-delivery-state'

/**
 * An example of the model: what these events come to. Instants are ms, and most messages start at
 * 0.
 */
export interface Case {
  readonly title: string
  readonly events: readonly DeliveryEvent[]
  readonly policy: Policy
  readonly now: number
  /**
   * Fields of the state; `undefined` where a field must be absent. Of attempts, the fields that are
   * named.
   */
  readonly state?: Expected
  /**
   * What the event is (or the clock's status), its verdict, and what the message shows after it:
   * `delivered late expired`.
   */
  readonly timeline?: readonly string[]
  /** What `apply` says of the last event, when the others are known. */
  readonly verdict?: Verdict
}

export type Expected = {
  readonly [Field in Exclude<keyof DeliveryState, 'attempts' | 'advice'>]?: DeliveryState[Field]
} & {
  readonly attempts?: readonly Partial<DeliveryState['attempts'][number]>[]
  readonly advice?: Partial<DeliveryState['advice']>
}

export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute

/** An event of the service's own clock, or of none. */
export function event(
  status: Status,
  receivedAt?: number,
  more: Partial<DeliveryEvent> = {},
): DeliveryEvent {
  return receivedAt === undefined ? { status, ...more } : { status, receivedAt, ...more }
}

/** An event of one of several attempts. */
export function of(
  attemptId: string,
  status: Status,
  receivedAt?: number,
  more: Partial<DeliveryEvent> = {},
): DeliveryEvent {
  return event(status, receivedAt, { messageId: 'm', attemptId, ...more })
}

/** An event of one of two segments. */
export function part(
  index: number,
  status: Status,
  receivedAt?: number,
  count: number | undefined = 2,
): DeliveryEvent {
  return event(status, receivedAt, { segment: { index, count } })
}
