/**
 * SMPP's words and numbers in ours, with the vendors' spellings that open code knows.
 *
 * github farhadi/node-smpp lib/defs.js (message_state)
 * github pruiz/kannel gw/smsc/smsc_smpp.c (ACKED, BUFFRED, BUFFERD; network_error_code)
 * github praekeltfoundation/vumi vumi/transports/smpp (FAILED, stat:0)
 * github opentelecoms-org/jsmpp …/bean/DeliveryReceipt.java (DND_REJECTED)
 * https://docs.smsportal.com/docs/delivery-statuses (STAGED, SUBMITD, BLIST, CANCELLED, NOROUTE)
 * github larvit/larvitsmpp lib/utils.js (UNDELIVERABLE)
 * SMPP pages of CM.com (DELIVERD), Melrose Labs (SCHEDLD) and SMS Central (SYSERR)
 * https://gist.github.com/ovr/7bba0c7a (network_error_code)
 */
import { codeTable } from '../../reader/code-table.ts'
import type { CodeTable, StatusTable } from '../../reader/spec.ts'

/**
 * `stat` of the text: the protocol's own seven letters, its names in full, and vendors' words.
 * ACCEPTD is final by the book, yet what most SMSCs mean is that the next hop took it. BADSTAT is
 * printed where no state was set.
 */
export const statuses: StatusTable = {
  SCHEDULED: 'queued',
  SCHEDLD: 'queued',
  STAGED: 'queued',
  BUFFRED: 'queued',
  BUFFERD: 'queued',
  ACCEPTD: 'accepted',
  ACCEPTED: 'accepted',
  ENROUTE: 'sent',
  ACKED: 'sent',
  SUBMITD: 'sent',
  UNKNOWN: 'unknown',
  BADSTAT: 'unknown',
  EXPIRED: 'expired',
  REJECTD: 'failed',
  REJECTED: 'failed',
  NACK: 'failed',
  SKIPPED: 'failed',
  DND_REJECTED: { status: 'failed', reason: 'opted-out' },
  BLIST: { status: 'failed', reason: 'opted-out' },
  CANCELLED: { status: 'failed', reason: 'canceled' },
  NOROUTE: { status: 'failed', reason: 'unreachable' },
  SYSERR: { status: 'failed', reason: 'network' },
  DELETED: 'undelivered',
  UNDELIV: 'undelivered',
  UNDELIVERABLE: 'undelivered',
  FAILED: 'undelivered',
  DELIVRD: 'delivered',
  DELIVERD: 'delivered',
  DELIVERED: 'delivered',
  0: 'delivered',
}

/** The numbers of `message_state`. 0 and 9 are of SMPP 5.0. */
export const STATES: Readonly<Record<string, string>> = {
  0: 'SCHEDULED',
  1: 'ENROUTE',
  2: 'DELIVRD',
  3: 'EXPIRED',
  4: 'DELETED',
  5: 'UNDELIV',
  6: 'ACCEPTD',
  7: 'UNKNOWN',
  8: 'REJECTD',
  9: 'SKIPPED',
}

/**
 * `err` means something else at every SMSC, so only its ways to say "nothing" are here. `gsm:` is a
 * `network_error_code` of network type 3, in decimal; `nec:` one of the vendors' own, which lie
 * above those of any network.
 */
export const codes: CodeTable = /* @__PURE__ */ codeTable(
  [null, 0, '00', '000', '0000', 'null', '...'],
  [{ reason: 'invalid-destination', permanent: true }, 'gsm:1'],
  ['invalid-destination', 'gsm:5', 'nec:0x401'],
  [{ reason: 'unreachable', permanent: false }, 'gsm:6', 'gsm:8', 'gsm:27', 'gsm:31', 'gsm:32'],
  ['unreachable', 'gsm:13', 'nec:0x402', 'nec:0x404', 'nec:0x405'],
  [{ reason: 'landline-unsupported', permanent: true }, 'gsm:11'],
  ['landline-unsupported', 'gsm:21', 'nec:0x403'],
  [{ reason: 'carrier-rejected', permanent: true }, 'gsm:9', 'gsm:12'],
  [{ reason: 'network', permanent: false }, 'gsm:34'],
  ['opted-out', 'nec:0x406'],
  ['content-blocked', 'nec:0x407'],
  ['account', 'nec:0x408'],
  // These name no cause.
  ['unknown', 'gsm:35', 'gsm:36'],
)
