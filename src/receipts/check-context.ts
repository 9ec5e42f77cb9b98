import { checkId, checkKeys, checkObject, checkOneOf, checkText } from '../event/check.ts'
import { checkEvent } from '../event/checked-event.ts'
import { SOURCES } from '../event/event.ts'
import { checkInstant } from '../event/instant.ts'
import { throwMisuse, type Place } from '../event/throw-misuse.ts'
import { checkTimeZone } from './check-time-zone.ts'
import type { ReceiptContext } from './provider.ts'

/** The fields of a context. The compiler keeps it complete. */
export const CONTEXT: readonly string[] = /* @__PURE__ */ Object.keys({
  receivedAt: 0,
  messageId: 0,
  attemptId: 0,
  segment: 0,
  source: 0,
  ref: 0,
  timeZone: 0,
  recipientKey: 0,
} satisfies Record<keyof ReceiptContext, 0>)

/** Throws the `TypeError` for the first field of a context that is wrong. */
export function checkContext(context: ReceiptContext, where: string): void {
  checkObject(context, where, 'context')
  for (const key in context)
    if (!CONTEXT.includes(key)) checkKeys(context, CONTEXT, where, 'context')
  checkContextFields(context, { toString: () => `${where}context.` })
}

export function checkContextFields(context: ReceiptContext, where: Place): void {
  const { receivedAt, messageId, attemptId, segment, source, ref, timeZone, recipientKey } = context
  checkInstant(receivedAt, where, 'receivedAt')
  if (typeof messageId !== 'function') checkId(messageId, where, 'messageId')
  checkId(attemptId, where, 'attemptId')
  checkText(ref, where, 'ref')
  if (source !== undefined) checkOneOf(SOURCES, source, where, 'source')
  if (segment !== undefined) checkEvent({ status: 'pending', segment }, where)
  checkTimeZone(timeZone, where, 'timeZone')
  if (recipientKey !== undefined && typeof recipientKey !== 'function')
    throwMisuse(where, 'recipientKey', 'a function', recipientKey)
}
