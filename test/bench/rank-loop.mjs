const RANK = {
  pending: 0,
  accepted: 1,
  queued: 2,
  sent: 3,
  unknown: 4,
  expired: 5,
  failed: 6,
  undelivered: 7,
  delivered: 8,
}
const STATUS = Object.keys(RANK)

/**
 * What a careful engineer writes by hand: the strongest status in time or late, the first instant
 * of each, the deadline. One attempt, no segments, no ties, no checks, no advice, no reason, no
 * conflict: the floor, not an alternative.
 */
export function rankLoop(events, policy, now) {
  let start = Infinity
  for (const event of events) if (event.receivedAt < start) start = event.receivedAt
  const deadline = start + policy.window
  const first = [
    Infinity,
    Infinity,
    Infinity,
    Infinity,
    Infinity,
    Infinity,
    Infinity,
    Infinity,
    Infinity,
  ]
  let strongest = 0
  let inTime = 0
  for (const event of events) {
    const rank = RANK[event.status]
    if (event.receivedAt < first[rank]) first[rank] = event.receivedAt
    if (rank > strongest) strongest = rank
    if (rank > inTime && event.receivedAt <= deadline) inTime = rank
  }
  const closed = now >= deadline
  const silence = RANK[policy.silence]
  const byTheDeadline = closed && silence > inTime ? silence : inTime
  const settled = closed && policy.terminal.includes(STATUS[byTheDeadline])
  const status = settled ? byTheDeadline : Math.max(byTheDeadline, strongest)
  return {
    status: STATUS[status],
    settled: settled || status === RANK.delivered,
    since: first[status] <= deadline ? first[status] : deadline,
    sentAt: first[RANK.sent],
    deliveredAt: first[RANK.delivered],
    deadline,
    closed,
  }
}

/** The plainest: the strongest status, whenever it came. */
export function plainLoop(events) {
  let strongest = 'pending'
  for (const { status } of events)
    if (STATUS.indexOf(status) > STATUS.indexOf(strongest)) strongest = status
  return { status: strongest }
}
