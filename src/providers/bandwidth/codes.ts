/**
 * Bandwidth's words and codes in ours. One word covers all that fails, so the code decides: its
 * second digit tells whether Bandwidth refused the message or a carrier did. Of 4xxx Bandwidth says
 * that the same message fails again, of 5xxx that it may not; a row that speaks of something that
 * passes makes no promise.
 *
 * https://dev.bandwidth.com/docs/messaging/webhooks
 * https://dev.bandwidth.com/docs/messaging/errors
 * https://dev.bandwidth.com/docs/messaging/getMessage
 * github Bandwidth/api-docs site/docs/messaging/{webhooks,errors}.mdx (2023-11)
 * npm bandwidth-sdk 8.1.4 bandwidth.yml (the lists of words)
 *
 * Unverified: what the words of a poll mean is documented nowhere; DLR_EXPIRED was seen in a sample
 * address alone. 4475, 4476, 4710, 4735, 4754 and 4794 come from a copy of the errors page of
 * 2026-08-31 that is not Bandwidth's own. One page says that `message-delivered` is the handset's
 * word, another that it is a hand-over to the carrier: it is read as the carrier's.
 */
import type { FailureReason } from '../../event/failure.ts'
import { codeTable } from '../../reader/code-table.ts'
import type { CodeRow, CodeTable, StatusTable } from '../../reader/spec.ts'

export const statuses: StatusTable = {
  'message-sending': 'sent',
  'message-sent': 'sent',
  'message-failed': 'undelivered',
  'message-delivered': 'delivered',
  'message-read': { status: 'delivered', confirmedBy: 'handset' }, // RBM alone
  'message-received': 'inbound',
  'requested-location-response': 'inbound',
  'suggestion-response': 'inbound',
}

export const pollStatuses: StatusTable = {
  ACCEPTED: 'accepted',
  QUEUED: 'queued',
  SENDING: 'queued',
  SENT: 'sent',
  DLR_EXPIRED: 'unknown',
  FAILED: 'undelivered',
  UNDELIVERED: 'undelivered',
  DELIVERED: 'delivered',
  RECEIVED: 'inbound',
}

/** Refused by Bandwidth. */
const refused = (reason: FailureReason, permanent?: boolean): CodeRow => ({
  reason,
  status: 'failed',
  permanent,
})

export const codes = /* @__PURE__ */ codeRows()

/** A function, so that bundlers drop it where nobody reads Bandwidth. */
function codeRows(): CodeTable {
  return codeTable(
    [null, 0],
    [refused('account', true), 4001, 4421, 4431, 4432, 4433, 4451, 4452, 4493],
    [refused('unknown', true), 4301, 4401, 4410, 4411, 4412, 4435],
    [refused('sender-unregistered', true), 4302, 4403, 4405, 4407, 4476],
    [refused('invalid-destination', true), 4303, 4350, 4404, 4406, 4408, 4492],
    [{ reason: 'expired', status: 'expired' }, 4360],
    [refused('landline-unsupported', true), 4409, 4434],
    [refused('unreachable', true), 4420],
    [refused('content-blocked', true), 4470, 4481],
    [refused('opted-out', true), 4475, 4482],
    [refused('unknown', false), 5100, 5101, 5106, 5111, 5201, 5220, 5231, 5500, 5501, 5999],
    [refused('throttled', false), 5211],
    [{ reason: 'landline-unsupported', permanent: true }, 4700, 4754],
    ['unreachable', 4701, 4702],
    [{ reason: 'unreachable', permanent: true }, 4730],
    [{ reason: 'unknown', permanent: true }, 4710, 4735],
    [{ reason: 'carrier-rejected', permanent: true }, 4711, 4712, 4750, 4751, 4752, 4753, 4794],
    [{ reason: 'invalid-destination', permanent: true }, 4720, 4721],
    [{ reason: 'sender-unregistered', permanent: true }, 4740, 4773, 4774, 4791, 4792, 4793, 4795],
    [{ reason: 'content-blocked', permanent: true }, 4770, 4771],
    [{ reason: 'opted-out', permanent: true }, 4772, 4775, 4790],
    ['throttled', 4780, 4781, 4785],
    [{ reason: 'throttled', permanent: false }, 5600],
    [{ reason: 'unknown', permanent: false }, 5610, 5620, 5630, 5650],
    [{ reason: 'unknown', status: 'unknown' }, 9902], // no receipt came in time: it may have arrived
  )
}
