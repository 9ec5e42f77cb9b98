/**
 * SMSAPI's numbers in ours, and their names. A number of failure is its own code, and 404 is a
 * success.
 * Unverified: that 401 and 408 are final, and who has stopped a message of 412. It is read as the
 * recipient, which is the careful reading.
 *
 * https://www.smsapi.pl/docs (9. callbacks, 18. statuses)
 * npm smsapi (MessageStatus)
 */
import type { StatusTable } from '../../reader/spec.ts'

export const statuses: StatusTable = {
  401: 'unknown', // its id is wrong, or the report is too old
  402: 'expired',
  403: 'sent',
  404: 'delivered',
  405: 'undelivered',
  406: 'failed',
  407: { status: 'failed', reason: 'carrier-rejected' },
  408: 'unknown',
  409: 'queued',
  410: 'accepted',
  411: 'sent', // tried once, and it will be tried again
  412: { status: 'failed', reason: 'opted-out' },
  NOT_FOUND: 'unknown',
  EXPIRED: 'expired',
  SENT: 'sent',
  DELIVERED: 'delivered',
  UNDELIVERED: 'undelivered',
  FAILED: 'failed',
  REJECTED: { status: 'failed', reason: 'carrier-rejected' },
  UNKNOWN: 'unknown',
  QUEUE: 'queued',
  ACCEPTED: 'accepted',
  RENEWAL: 'sent',
  STOP: { status: 'failed', reason: 'opted-out' },
}
