/** By code units, so that every machine agrees; negative where `a` comes first. */
export function compareText(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The earlier first; no instant comes last. */
export function compareInstant(a = Infinity, b = Infinity): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Every field of an event and of what stands in it, sorted. */
export const FIELDS = /* @__PURE__ */ (
  'attemptId code confirmedBy count eventId failure index messageId occurredAt permanent provider ' +
  'providerMessageId reason receiptsExpected receivedAt ref reference scheduledFor segment source status'
).split(' ')

/** A text as it is, anything else as JSON with sorted keys: equal contents have one text. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value, FIELDS))
