import { checkEvent } from '../event/check-event.ts'
import { checkInstant, checkObject, checkOneOf, checkType } from '../event/check.ts'
import { misuse } from '../event/misuse.ts'
import { compareText, FIELDS } from '../event/order.ts'
import { join, type Claim } from './claim.ts'

/**
 * All that is known of a message, as plain JSON: no policy, no clock, and equal sets of events give equal text.
 * Keep it as a cache beside the service's own log of events. Its size grows with the ids and segments of a message, never with its receipts.
 *
 * The layout is this version's own: hand it to `merge`, `stateOf` and `apply`, and read states instead.
 */
export interface Evidence {
  readonly v: 1
  /** One for each status under one set of ids. Which of them share an attempt is settled when they are resolved. */
  readonly marks: readonly Claim[]
}

/** JSON keeps these, and drops what does not belong in a mark. */
const KEPT = /* @__PURE__ */ FIELDS.concat('v', 'marks', 'lastReceivedAt', 'untimed', 'failureTimes', 'refTimes')

/** Claims of one status under one set of ids become one mark; marks come sorted. */
export function evidenceOf(claims: readonly Claim[]): Evidence {
  const marks = new Map<string, Claim>()
  for (const claim of claims) {
    const key = JSON.stringify([claim.attemptId, claim.provider, claim.providerMessageId, claim.segment?.index, claim.status])
    marks.set(key, join(marks.get(key) ?? claim, claim))
  }
  const sorted = [...marks].sort(([a], [b]) => compareText(a, b)).map(([, mark]) => mark)
  return JSON.parse(JSON.stringify({ v: 1, marks: sorted }, KEPT)) as Evidence
}

const REMEDY = 'Collect it anew from the log of events.'

export function marksOf(evidence: Evidence, where: string): readonly Claim[] {
  checkObject(evidence, where, 'evidence', 'Pass what collect gave; to apply, undefined where nothing is known yet.')
  checkOneOf([1], evidence.v, where, 'evidence.v', REMEDY)
  const { marks } = evidence
  const isList: boolean = Array.isArray(marks)
  if (!isList) misuse(where, 'evidence.marks', 'an array', marks, REMEDY)
  for (const [i, mark] of marks.entries()) {
    const place = `${where}evidence.marks[${i}].`
    checkEvent(mark, place)
    checkInstant(mark.lastReceivedAt, place, 'lastReceivedAt')
    checkType('boolean', mark.untimed, place, 'untimed')
    for (const times of [mark.failureTimes, mark.refTimes]) checkEvent({ ...mark, ...times }, place)
  }
  return marks
}
