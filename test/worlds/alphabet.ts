import { STATUSES, type DeliveryEvent, type Policy } from 'sms-delivery-state'

const SLOTS = [undefined, { index: 1, count: 2 }, { index: 2, count: 2 }]

/** Four instants around the deadline of what starts at 0, and none. */
export const instantsOf = ({ window }: Policy): readonly (number | undefined)[] => [
  0,
  window - 1,
  window,
  window + 1,
  undefined,
]

/** Every status at each of these instants, of the whole and of each of two segments. */
export function alphabetOf(instants: readonly (number | undefined)[]): DeliveryEvent[] {
  return STATUSES.flatMap((status) =>
    instants.flatMap((receivedAt) =>
      SLOTS.map((segment) => ({
        status,
        ...(receivedAt !== undefined && { receivedAt }),
        ...(segment && { segment }),
      })),
    ),
  )
}

/**
 * Every set of up to `most` of these events. One array, filled anew each time: whoever keeps it
 * must copy it.
 */
export function* setsOf(
  events: readonly DeliveryEvent[],
  most: number,
  given: DeliveryEvent[] = [],
  from = 0,
): Iterable<DeliveryEvent[]> {
  yield given
  if (most === 0) return
  for (const [i, event] of events.entries()) {
    if (i < from) continue
    given.push(event)
    yield* setsOf(events, most - 1, given, i + 1)
    given.pop()
  }
}
