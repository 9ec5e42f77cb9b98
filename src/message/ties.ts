import type { CheckedEvent } from '../event/checked-event.ts'
import { minText } from '../event/order.ts'

/**
 * Which attempt and segment each provider message id stands for. Read off all events together,
 * since a later one may bring a tie:
 *
 *     accepted  attempt 1, id SM…     delivered  id SM…
 *               ^^^^^^^^^^^^^^^^^ ties SM… to attempt 1, so both are of attempt 1, whichever came first
 */
export type Ties = ReadonlyMap<string, Tie>

interface Tie {
  /** Of several the smallest. */
  readonly attemptId: string
  /** The only segment that ties of this id name; 0 where none does, -1 where several do. */
  readonly segment: number
}

/** Most messages whose provider's ids alone are known have none. */
const NONE: Ties = /* @__PURE__ */ new Map()

export function tiesOf(events: readonly CheckedEvent[]): Ties {
  let ties: Map<string, Tie> | undefined
  for (const { attemptId, providerMessageId, segment } of events) {
    if (attemptId === undefined || providerMessageId === undefined) continue
    ties ??= new Map()
    const tie = ties.get(providerMessageId)
    const index = segment || (tie?.segment ?? 0)
    ties.set(providerMessageId, {
      attemptId: minText(tie?.attemptId, attemptId),
      segment: tie && tie.segment !== 0 && tie.segment !== index ? -1 : index,
    })
  }
  return ties ?? NONE
}

/** What the ties say of an event's provider id. */
export const tieOf = (ties: Ties, { providerMessageId }: CheckedEvent): Tie | undefined =>
  providerMessageId === undefined ? undefined : ties.get(providerMessageId)

/** The id of the attempt that an event is about; undefined where it names none, by neither id. */
export const attemptIdOf = (
  { attemptId, providerMessageId }: CheckedEvent,
  tie: Tie | undefined,
): string | undefined => attemptId ?? tie?.attemptId ?? providerMessageId

/**
 * The segment that an event is about, by its own word or by its tie; 0 for the attempt as a whole.
 */
export const segmentOf = ({ segment }: CheckedEvent, tie: Tie | undefined): number =>
  segment || Math.max(0, tie?.segment ?? 0)
