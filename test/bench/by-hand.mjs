// @ts-check
/**
 * What a careful engineer writes by hand for Twilio's callbacks: parse, map the word, rank, and two
 * times. One attempt, no segments, no deadline, no reason, no conflict, no checks beyond these.
 */
const STATUSES = /** @type {const} */ ({
  queued: 'queued',
  accepted: 'accepted',
  sending: 'queued',
  sent: 'sent',
  failed: 'failed',
  undelivered: 'undelivered',
  delivered: 'delivered',
})
const RANKS = /** @type {const} */ ({
  pending: 0,
  accepted: 1,
  queued: 2,
  sent: 3,
  failed: 4,
  undelivered: 5,
  delivered: 6,
})

export function stateByHand(
  /** @type {readonly { body: string, receivedAt: number }[]} */ receipts,
) {
  /** @type {keyof typeof RANKS} */
  let status = 'pending'
  let since = Infinity
  let happenedAt = Infinity
  let id
  for (const { body, receivedAt } of receipts) {
    let fields
    try {
      fields = JSON.parse(body)
    } catch {
      continue
    }
    const { MessageSid, MessageStatus, RawDlrDoneDate } = fields
    const next = STATUSES[/** @type {keyof typeof STATUSES} */ (MessageStatus)]
    if (typeof MessageSid !== 'string' || next === undefined) continue
    if (id !== undefined && id !== MessageSid) throw new Error('of two messages')
    id = MessageSid
    if (RANKS[next] < RANKS[status]) continue
    if (RANKS[next] > RANKS[status]) since = happenedAt = Infinity
    status = next
    since = Math.min(since, receivedAt)
    happenedAt = Math.min(happenedAt, RawDlrDoneDate ? timeOf(RawDlrDoneDate) : receivedAt)
  }
  return { id, status, since, happenedAt }
}

/** `2601151031` */
function timeOf(/** @type {string} */ text) {
  const found = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text)
  if (!found) return Infinity
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = found.slice(1).map(Number)
  return Date.UTC(2000 + year, month - 1, day, hour, minute)
}
