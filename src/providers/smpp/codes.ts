/**
 * SMPP's words and numbers in ours, with the vendors' spellings that open code knows.
 *
 * github farhadi/node-smpp lib/defs.js (message_state)
 * github pruiz/kannel gw/smsc/smsc_smpp.c (ACKED, BUFFRED, BUFFERD; what occurs in network_error_code)
 * github praekeltfoundation/vumi vumi/transports/smpp (FAILED, stat:0)
 * github opentelecoms-org/jsmpp jsmpp/src/main/java/org/jsmpp/bean/DeliveryReceipt.java (DND_REJECTED)
 * https://gist.github.com/ovr/7bba0c7a (network_error_code)
 */
import type { CodeTable, StatusTable } from '../../reader/spec.ts'

/**
 * `stat` of the text. ACCEPTD is final by the book, yet what most SMSCs mean is that the next hop took it. BADSTAT is printed where no state was set.
 */
export const statuses: StatusTable = {
  ENROUTE: 'sent',
  DELIVRD: 'delivered',
  EXPIRED: 'expired',
  DELETED: 'undelivered',
  UNDELIV: 'undelivered',
  ACCEPTD: 'accepted',
  UNKNOWN: 'unknown',
  REJECTD: 'failed',
  ACKED: 'sent',
  BUFFRED: 'queued',
  BUFFERD: 'queued',
  FAILED: 'undelivered',
  NACK: 'failed',
  DND_REJECTED: 'failed',
  BADSTAT: 'unknown',
  0: 'delivered',
  SCHEDULED: 'queued',
  SKIPPED: 'failed',
}

/** The numbers of `message_state`. 0 and 9 are of SMPP 5.0, and no text has a word for them. */
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
 * `err` means something else at every SMSC, so only its ways to say "nothing" are here. `gsm:` is a `network_error_code` of network type 3, in
 * decimal; `nec:` one of the vendors' own, which lie above those of any network.
 */
export const codes: CodeTable = {
  0: null,
  '00': null,
  '000': null,
  '0000': null,
  null: null,
  '...': null,
  'gsm:1': { reason: 'invalid-destination', permanent: true },
  'gsm:5': 'invalid-destination',
  'gsm:6': { reason: 'unreachable', permanent: false },
  'gsm:8': { reason: 'unreachable', permanent: false },
  'gsm:9': { reason: 'carrier-rejected', permanent: true },
  'gsm:11': { reason: 'landline-unsupported', permanent: true },
  'gsm:12': { reason: 'carrier-rejected', permanent: true },
  'gsm:13': 'unreachable',
  'gsm:21': 'landline-unsupported',
  'gsm:27': { reason: 'unreachable', permanent: false },
  'gsm:31': { reason: 'unreachable', permanent: false },
  'gsm:32': { reason: 'unreachable', permanent: false },
  'gsm:34': { reason: 'unknown', permanent: false },
  'nec:0x401': 'invalid-destination',
  'nec:0x402': 'unreachable',
  'nec:0x403': 'landline-unsupported',
  'nec:0x404': 'unreachable',
  'nec:0x405': 'unreachable',
  'nec:0x406': 'opted-out',
  'nec:0x407': 'content-blocked',
  'nec:0x408': 'account',
}
