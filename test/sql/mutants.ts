/**
 * One-line mutants of the query's text: what stands there, and what a tired hand would have
 * written.
 */
export const MUTANTS: readonly (readonly [what: string, from: string, to: string])[] = [
  [
    'a clock that is ahead is believed',
    'COALESCE(min(occurred_at, received_at), occurred_at, received_at) END AS occurred_at',
    'occurred_at END AS occurred_at',
  ],
  [
    'routes without receipts are forgotten',
    'WHEN receipts_expected = false THEN 1',
    'WHEN receipts_expected = false THEN 0',
  ],
  [
    'read by the provider’s clock alone',
    'COALESCE(min(received_at, occurred_at), received_at, occurred_at) END AS read_at',
    'occurred_at END AS read_at',
  ],
  [
    'the window starts with what happened',
    'COALESCE(min(received_at), min(occurred_at)) AS first_at',
    'min(occurred_at) AS first_at',
  ],
  ['a schedule is ignored', 'max(scheduled_for) AS scheduled_for', 'NULL AS scheduled_for'],
  [
    'now is before what we know',
    'COALESCE(max(now, last_received_at), now, last_received_at) AS instant',
    'now AS instant',
  ],
  [
    'open at the deadline',
    'COALESCE(instant >= window_start +',
    'COALESCE(instant > window_start +',
  ],
  [
    'an id goes to the largest attempt',
    'min(attempt_id) AS tied_attempt',
    'max(attempt_id) AS tied_attempt',
  ],
  [
    'a segment that ties disagree on',
    'CASE WHEN min(segment) = max(segment) THEN min(segment) END',
    'min(segment)',
  ],
  [
    'an event’s own attempt gives way to the tie',
    'COALESCE(attempt_id, tied_attempt,',
    'COALESCE(tied_attempt, attempt_id,',
  ],
  [
    'an event’s own segment gives way to the tie',
    'COALESCE(segment, tied_segment, 0) AS slot',
    'COALESCE(tied_segment, segment, 0) AS slot',
  ],
  [
    'what has no time is known at once',
    'ELSE received_at END AS known_at',
    'ELSE COALESCE(received_at, 0) END AS known_at',
  ],
  ['what has no time is late', 'COALESCE(received_at, -9e999)', 'COALESCE(received_at, 9e999)'],
  [
    'nobody starts before all others',
    'ORDER BY min(known_at) NULLS FIRST, named',
    'ORDER BY min(known_at) NULLS LAST, named',
  ],
  [
    'the last attempt takes what names none',
    'ORDER BY min(known_at) NULLS FIRST, named',
    'ORDER BY min(known_at) DESC NULLS LAST, named',
  ],
  [
    '`unknown` is a reason like others',
    `CASE WHEN failure_reason = 'unknown' THEN 1 ELSE 0 END`,
    '0',
  ],
  ['a late reason replaces', 'CASE WHEN status_from > deadline THEN 1 ELSE 0 END,', ''],
  [
    'a reason at the deadline is late',
    'CASE WHEN status_from > deadline THEN 1',
    'CASE WHEN status_from >= deadline THEN 1',
  ],
  [
    'the weakest status gives the reason',
    'status DESC, received_at NULLS LAST',
    'status, received_at NULLS LAST',
  ],
  [
    'a reason without a time goes first',
    'received_at NULLS LAST, occurred_at NULLS LAST',
    'received_at NULLS FIRST, occurred_at NULLS LAST',
  ],
  [
    'what happened does not order reasons',
    'received_at NULLS LAST, occurred_at NULLS LAST',
    'received_at NULLS LAST',
  ],
  [
    'reasons of one instant in no order',
    'occurred_at NULLS LAST, failure)',
    'occurred_at NULLS LAST, failure DESC)',
  ],
  ['a code is not written as JSON', 'json_quote(failure_code)', `'"' || failure_code || '"'`],
  [
    'a status without a time is late',
    'COALESCE(min(counts_from), -9e999) AS counts_from, min(COALESCE(',
    'COALESCE(min(counts_from), 9e999) AS counts_from, min(COALESCE(',
  ],
  [
    'a milestone by our clock alone',
    'min(COALESCE(min(received_at, occurred_at), received_at, occurred_at)) AS reached_at',
    'min(received_at) AS reached_at',
  ],
  [
    'one segment delivers all',
    'CASE WHEN slot > 0 AND status = 8 THEN 3 ELSE status END AS status',
    'status',
  ],
  [
    'a segment’s delivery is when it was sent',
    'CASE WHEN slot > 0 AND status = 8 THEN NULL ELSE reached_at END',
    'reached_at',
  ],
  [
    'delivered with the first segment',
    '8, max(known_at), max(counts_from)',
    '8, min(known_at), min(counts_from)',
  ],
  [
    'a milestone of the first segment',
    'max(reached_at), max(deadline), 0, NULL, 1',
    'min(reached_at), max(deadline), 0, NULL, 1',
  ],
  ['some segments are enough', 'HAVING count(*) = segments', 'HAVING count(*) >= 1'],
  ['a segment above the count counts', 'AND slot <= segments', ''],
  [
    'late at the deadline',
    'counts_from <= deadline) THEN status ELSE 0',
    'counts_from < deadline) THEN status ELSE 0',
  ],
  ['silence is told where it was expected', 'AND NOT (blind = 1 AND in_time = 3)', ''],
  ['silence is never told on such routes', 'NOT (blind = 1 AND in_time = 3)', 'NOT (blind = 1)'],
  ['settled before the deadline', 'CASE WHEN closed AND CASE flow', 'CASE WHEN CASE flow'],
  ['what is late settles', 'THEN by_deadline IN', 'THEN strongest IN'],
  [
    'a settled status goes on',
    'CASE WHEN final = 1 THEN by_deadline',
    'CASE WHEN final = 2 THEN by_deadline',
  ],
  [
    'the clock takes what a receipt said',
    'THEN unknown_in_time ELSE expired_in_time END = 0',
    'THEN 0 ELSE 0 END = 0',
  ],
  [
    'since the late receipt',
    'CASE WHEN by_clock THEN deadline ELSE CASE status',
    'CASE WHEN false THEN deadline ELSE CASE status',
  ],
  [
    'delivered is not shown first',
    'CASE WHEN status = 8 THEN 0 WHEN status < 5 THEN 1 ELSE 2 END',
    'CASE WHEN status < 5 THEN 1 ELSE 2 END',
  ],
  ['a final claim is shown like any', 'WHEN status < 5 THEN 1 ELSE 2 END', 'ELSE 2 END'],
  [
    'the delivered one that was known last',
    'CASE WHEN status = 8 THEN since END NULLS FIRST',
    'CASE WHEN status = 8 THEN since END DESC NULLS FIRST',
  ],
  [
    'the attempt that started first',
    'started_at DESC NULLS LAST, attempt DESC',
    'started_at NULLS FIRST, attempt DESC',
  ],
  [
    'of one instant the smaller id',
    'started_at DESC NULLS LAST, attempt DESC',
    'started_at DESC NULLS LAST, attempt',
  ],
  [
    'one settled attempt settles all',
    'min(CASE WHEN final = 1 OR status = 8 THEN 1 ELSE 0 END) OVER',
    'max(CASE WHEN final = 1 OR status = 8 THEN 1 ELSE 0 END) OVER',
  ],
  [
    'milestones of the clock are lost',
    'CASE WHEN by_clock AND status = 5 THEN deadline ELSE reached_5 END',
    'reached_5',
  ],
  ['unknown waits after the deadline', 'OR (status = 4 AND NOT closed)', 'OR status = 4'],
  [
    'slow from the first attempt on',
    'COALESCE(max(window_start, started_at), window_start, started_at)',
    'window_start',
  ],
  ['slow a moment later', 'COALESCE(instant >= COALESCE(max(', 'COALESCE(instant > COALESCE(max('],
  ['permanent is ignored', 'failure_permanent = 1 THEN', 'failure_permanent = 2 THEN'],
  ['one attempt more', 'attempts >= CASE flow', 'attempts > CASE flow'],
  ['an offer has no limit', `cell IN ('resend', 'offer-resend')`, `cell IN ('resend')`],
  ['a claimed delivery holds nothing', 'WHEN any_claimed = 1 AND', 'WHEN any_claimed = 2 AND'],
  [
    'an escalation is not held',
    `IN ('resend', 'other-channel', 'escalate')`,
    `IN ('resend', 'other-channel')`,
  ],
]
