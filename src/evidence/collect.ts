import { readEvents } from '../event/read-event.ts'
import type { DeliveryEvent } from '../event/event.ts'
import { evidenceOf, marksOf, type Evidence } from './evidence.ts'
import { resolve, resolveOne } from '../message/message.ts'

/**
 * What is known of one message: the set of all that its events claim. Any order and any repeats give the same JSON.
 * Linear in the number of events.
 *
 * @throws TypeError for an event that is not as `DeliveryEvent` says, and for events of more than one message
 */
export function collect(events: Iterable<DeliveryEvent>): Evidence {
  const where = 'collect: '
  const list = readEvents(events, where)
  resolveOne(list, where)
  return evidenceOf(list)
}

/**
 * What several evidences of one message know together: commutative, associative and idempotent.
 * Without any it is the evidence of a message that nobody has heard of.
 *
 * @throws TypeError for evidence of another version, and for evidence of two messages
 */
export function merge(...evidence: Evidence[]): Evidence {
  const where = 'merge: '
  const marks = evidence.flatMap((each) => marksOf(each, where))
  resolve(marks, where)
  return evidenceOf(marks)
}
