import type { DeliveryEvent } from '../event/event.ts'
import type { Evidence } from './evidence.ts'
import { attemptsOf, checkOneMessage, joinsOf } from './joins.ts'
import { ledgerOf } from './ledger.ts'
import { write } from './write.ts'

/**
 * What is known of one message: the set of all that its events claim. Any order and any repeats give the same JSON.
 * Linear in the number of events.
 *
 * @throws TypeError for an event that is not as `DeliveryEvent` says, and for events of more than one message.
 */
export function collect(events: Iterable<DeliveryEvent>): Evidence {
  const ledger = ledgerOf(events, 'collect: ')
  checkOneMessage(attemptsOf(ledger, joinsOf(ledger)), 'collect: ')
  return write(ledger)
}
