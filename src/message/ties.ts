import type { Claim } from '../event/claim.ts'

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
  readonly first: string | undefined
}

interface Tie {
  readonly attemptId: string
  /** The only segment that ties of this id name; 0 where none does, -1 where several do. */
  readonly segment: number
}

/** Most messages whose provider's ids alone are known have none. */
const NONE: Joins['ties'] = /* @__PURE__ */ new Map()

export function tiesOf(claims: readonly Claim[]): Joins['ties'] {
  let ties: Map<string, Tie> | undefined
  for (const { attemptId, providerMessageId, segment } of claims) {
    if (attemptId === undefined || providerMessageId === undefined) continue
    ties ??= new Map()
    const tie = ties.get(providerMessageId)
    const index = segment || (tie?.segment ?? 0)
    ties.set(providerMessageId, {
      attemptId: tie && tie.attemptId < attemptId ? tie.attemptId : attemptId,
      segment: tie && tie.segment !== 0 && tie.segment !== index ? -1 : index,
    })
  }
  return ties ?? NONE
}

/** The attempt and the segment that a claim is about: as it names them, else as the tie of its provider id does; segment 0 is the whole. */
export function placeOf(
  { ties, first }: Joins,
  { attemptId, providerMessageId, segment }: Claim,
): { id: string | undefined; segment: number } {
  const tie = providerMessageId === undefined ? undefined : ties.get(providerMessageId)
  return {
    id: attemptId ?? (providerMessageId === undefined ? first : (tie?.attemptId ?? providerMessageId)),
    segment: segment || Math.max(0, tie?.segment ?? 0),
  }
}
