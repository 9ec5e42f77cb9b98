import type { Claim } from './claim.ts'

/**
 * Where claims belong, read off the whole set, since a later event may bring a tie:
 *
 *     accepted  attempt 1, id SM…     delivered  id SM…
 *               ^^^^^^^^^^^^^^^^^ ties SM… to attempt 1, so both are of attempt 1, whichever came first
 */
export interface Joins {
  /** By provider message id. */
  readonly ties: ReadonlyMap<string, Tie> | undefined
  /** The attempt of claims that name none: the one that starts first. */
  first: string | undefined
}

interface Tie {
  attemptId: string
  /** The only segment that ties of this id name; 0 where none does, -1 where several do. */
  segment: number
}

export function tiesOf(claims: readonly Claim[]): Joins['ties'] {
  let ties: Map<string, Tie> | undefined
  for (const { attemptId, providerMessageId, segment } of claims) {
    if (attemptId === undefined || providerMessageId === undefined) continue
    const index = segment?.index ?? 0
    const tie = (ties ??= new Map<string, Tie>()).get(providerMessageId)
    if (tie === undefined) ties.set(providerMessageId, { attemptId, segment: index })
    else {
      if (attemptId < tie.attemptId) tie.attemptId = attemptId
      if (index > 0 && index !== tie.segment) tie.segment = tie.segment === 0 ? index : -1
    }
  }
  return ties
}

export function attemptIdOf({ ties, first }: Joins, { attemptId, providerMessageId }: Claim): string | undefined {
  return attemptId ?? (providerMessageId === undefined ? first : (ties?.get(providerMessageId)?.attemptId ?? providerMessageId))
}

/** The segment that is meant: the one that is named, else the tie's, else 0 for the whole. */
export function segmentOf({ ties }: Joins, { segment, providerMessageId = '' }: Claim): number {
  return segment?.index ?? Math.max(0, ties?.get(providerMessageId)?.segment ?? 0)
}
