import type { DeliveryEvent } from '../event/event.ts'

/**
 * Where claims belong, read off the whole set, since a later event may bring a tie:
 *
 *     accepted  attempt 1, id SM…     delivered  id SM…
 *               ^^^^^^^^^^^^^^^^^ ties SM… to attempt 1, so both are of attempt 1, whichever came first
 */
export interface Joins {
  /** By provider message id. */
  readonly ties: ReadonlyMap<string, Tie>
  /** The attempt of claims that name none: the one that starts first. */
  first: string | undefined
}

interface Tie {
  readonly attemptId: string
  /** The only segment that ties of this id name; 0 where none does, -1 where several do. */
  readonly segment: number
}

export function tiesOf(claims: readonly DeliveryEvent[]): Joins['ties'] {
  const ties = new Map<string, Tie>()
  for (const { attemptId, providerMessageId, segment } of claims) {
    if (attemptId === undefined || providerMessageId === undefined) continue
    const tie = ties.get(providerMessageId)
    const index = segment?.index ?? tie?.segment ?? 0
    ties.set(providerMessageId, {
      attemptId: tie && tie.attemptId < attemptId ? tie.attemptId : attemptId,
      segment: tie && tie.segment !== 0 && tie.segment !== index ? -1 : index,
    })
  }
  return ties
}

/** The attempt and the segment that a claim is about: as it names them, else as the tie of its provider id does; segment 0 is the whole. */
export function placeOf(
  { ties, first }: Joins,
  { attemptId, providerMessageId, segment }: DeliveryEvent,
): { id: string | undefined; segment: number } {
  const tie = providerMessageId === undefined ? undefined : ties.get(providerMessageId)
  return {
    id: attemptId ?? (providerMessageId === undefined ? first : (tie?.attemptId ?? providerMessageId)),
    segment: segment?.index ?? Math.max(0, tie?.segment ?? 0),
  }
}
