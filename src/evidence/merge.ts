import type { Evidence } from './evidence.ts'
import { emptyLedger } from './ledger.ts'
import { readInto } from './read.ts'
import { write } from './write.ts'

/**
 * What several evidences of one message know together: commutative, associative and idempotent.
 * Without any it is the evidence of a message that nobody has heard of.
 *
 * @throws TypeError for evidence of another version, and for evidence of two messages.
 */
export function merge(...evidence: Evidence[]): Evidence {
  return write(evidence.reduce((ledger, each) => readInto(ledger, each, 'merge: '), emptyLedger()))
}
