/**
 * Jasmin's words in ours: what the SMSC answered to the submission (level 1), by name, and the
 * state that its receipt told (level 2). Jasmin itself passes a refusal on over SMPP as UNDELIV; it
 * is `failed` here, since no carrier had it.
 *
 * https://docs.jasminsms.com/en/latest/apis/http/index.html
 * github jookies/jasmin jasmin/routing/throwers.py, jasmin/managers/content.py (which words a
 * receipt may hold) github jookies/jasmin jasmin/vendor/smpp/pdu/constants.py (the names of command
 * statuses)
 *
 * `err` is the SMSC's own: only its ways to say "nothing" are here. Unverified: the zone of dates,
 * which the SMSC wrote. ENROUTE is refused by Jasmin's own check today.
 */
import { codeTable } from '../../reader/code-table.ts'
import type { StatusTable } from '../../reader/spec.ts'

export const statuses: StatusTable = {
  DELIVRD: 'delivered',
  ACCEPTD: 'accepted',
  ENROUTE: 'sent',
  EXPIRED: 'expired',
  DELETED: 'undelivered',
  UNDELIV: 'undelivered',
  REJECTD: 'failed',
  UNKNOWN: 'unknown',
}

export const codes = /* @__PURE__ */ codeTable([null, 'ND', '0', '00', '000', '0000'])

/** The command statuses that refuse, without `ESME_R` in front. */
const REFUSALS =
  'INVMSGLEN INVCMDLEN INVCMDID INVBNDSTS ALYBND INVPRTFLG INVREGDLVFLG SYSERR INVSRCADR INVDSTADR INVMSGID BINDFAIL ' +
  'INVPASWD INVSYSID CANCELFAIL REPLACEFAIL MSGQFUL INVSERTYP INVNUMDESTS INVDLNAME INVDESTFLAG INVSUBREP INVESMCLASS ' +
  'CNTSUBDL SUBMITFAIL INVSRCTON INVSRCNPI INVDSTTON INVDSTNPI INVSYSTYP INVREPFLAG INVNUMMSGS THROTTLED INVSCHED ' +
  'INVEXPIRY INVDFTMSGID X_T_APPN X_P_APPN X_R_APPN QUERYFAIL INVOPTPARSTREAM OPTPARNOTALLWD INVPARLEN MISSINGOPTPARAM ' +
  'INVOPTPARAMVAL DELIVERYFAILURE UNKNOWNERR SERTYPUNAUTH PROHIBITED SERTYPUNAVAIL SERTYPDENIED INVDCS ' +
  'INVSRCADDRSUBUNIT INVDSTADDRSUBUNIT INVBCASTFREQINT INVBCASTALIAS_NAME INVBCASTAREAFMT INVNUMBCAST_AREAS ' +
  'INVBCASTCNTTYPE INVBCASTMSGCLASS BCASTFAIL BCASTQUERYFAIL BCASTCANCELFAIL INVBCAST_REP INVBCASTSRVGRP INVBCASTCHANIND'

export const submitStatuses: StatusTable = /* @__PURE__ */ refusalStatuses()

/** A function, so that bundlers drop it where nobody reads Jasmin. */
function refusalStatuses(): StatusTable {
  const refusals = REFUSALS.split(' ').map((name) => [`ESME_R${name}`, 'failed'] as const)
  return Object.fromEntries([['ESME_ROK', 'accepted'] as const, ...refusals])
}

export const submitCodes = /* @__PURE__ */ codeTable(
  [null, 'ESME_ROK'],
  [
    { reason: 'invalid-destination', permanent: true },
    'ESME_RINVDSTADR',
    'ESME_RINVDSTTON',
    'ESME_RINVDSTNPI',
  ],
  ['sender-unregistered', 'ESME_RINVSRCADR', 'ESME_RINVSRCTON', 'ESME_RINVSRCNPI'],
  [{ reason: 'throttled', permanent: false }, 'ESME_RMSGQFUL', 'ESME_RTHROTTLED'],
  ['network', 'ESME_RSYSERR'],
  [{ reason: 'network', permanent: false }, 'ESME_RX_T_APPN'],
  ['carrier-rejected', 'ESME_RSUBMITFAIL', 'ESME_RX_R_APPN', 'ESME_RPROHIBITED'],
  [{ reason: 'carrier-rejected', permanent: true }, 'ESME_RX_P_APPN'],
  ['account', 'ESME_RINVBNDSTS', 'ESME_RBINDFAIL', 'ESME_RINVPASWD', 'ESME_RINVSYSID'],
  ['account', 'ESME_RSERTYPUNAUTH', 'ESME_RSERTYPDENIED'],
  ['expired', 'ESME_RINVEXPIRY'],
)
