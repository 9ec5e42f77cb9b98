import { checkEvent } from '../event/check-event.ts'
import { checkObject } from '../event/check.ts'
import { misuse } from '../event/misuse.ts'
import type { ReceiptContext } from '../receipts/provider.ts'
import { isTimeZone } from './zones.ts'

/** Throws the `TypeError` for the first field of a context that is wrong. */
export function checkContext(context: ReceiptContext, where: string): void {
  checkObject(context, where, 'context', 'a ReceiptContext')
  const { receivedAt, messageId, attemptId, segment, source, ref, timeZone, recipientKey } = context
  const place = `${where}context.`
  const id = typeof messageId === 'function' ? undefined : messageId
  checkEvent({ status: 'pending', receivedAt, messageId: id, attemptId, segment, source, ref }, place)
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    misuse(place, 'timeZone', 'an IANA name or an offset such as +02:00', timeZone, 'Leave it out for UTC.')
  }
  if (recipientKey !== undefined && typeof recipientKey !== 'function') {
    misuse(place, 'recipientKey', 'a function', recipientKey, 'Leave it out for the number itself.')
  }
}

/** What a function of the context gave must be usable as an id. */
export function checkGiven(given: unknown, where: string, field: string, remedy: string): asserts given is string {
  if (typeof given !== 'string' || given === '')
    misuse(`${where}context.`, field, 'a function that gives text that is not empty', given, remedy)
}
