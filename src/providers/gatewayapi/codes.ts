/**
 * GatewayAPI's words and codes in ours. `UNKNOWN` is where every message starts, and `ACCEPTED` is
 * final: the network took the message in place of the phone. Codes that name no cause have no row:
 * their reason is `unknown`. In which letter case codes come is not documented, so any will do.
 *
 * https://gatewayapi.com/docs/apis/rest (webhooks, and the answer to a query)
 * https://gatewayapi.com/docs/error-codes
 * github nickdnk/gatewayapi-php (the webhook)
 * github onlinecity/gatewayapi-node src/types.ts (events of the Messaging API)
 */
import { codeTable } from '../../reader/code-table.ts'
import type { CodeTable, StatusTable } from '../../reader/spec.ts'

export const statuses: StatusTable = {
  UNKNOWN: 'accepted',
  SCHEDULED: 'queued',
  BUFFERED: 'queued',
  ENROUTE: 'sent',
  DELIVERED: { status: 'delivered', confirmedBy: 'handset' },
  READ: { status: 'delivered', confirmedBy: 'handset' }, // of RCS alone
  EXPIRED: 'expired',
  DELETED: { status: 'undelivered', reason: 'canceled' },
  UNDELIVERABLE: 'undelivered',
  ACCEPTED: 'delivered',
  REJECTED: { status: 'failed', reason: 'carrier-rejected' },
  SKIPPED: 'failed',
}

/**
 * 0x02 and 0x03: GatewayAPI itself. 0x100: the connection to the carrier. 0x101 and on: the
 * carrier.
 */
export const codes: CodeTable = /* @__PURE__ */ codeTable(
  ['account', '0x0210', '0x0216', '0x0217', '0x021F', '0x1092'],
  [{ reason: 'opted-out', permanent: false }, '0x0214'],
  ['opted-out', '0x0215', '0x1034', '0x103B', '0x103C'],
  [{ reason: 'invalid-destination', permanent: true }, '0x1010'],
  [
    'invalid-destination',
    '0x0310',
    '0x1020',
    '0x1040',
    '0x1048',
    '0x1049',
    '0x1051',
    '0x1052',
    '0x1054',
    '0x1057',
  ],
  ['invalid-destination', '0x1060', '0x1061', '0x1062', '0x1063', '0x1064', '0x1084'],
  [
    'unreachable',
    '0x1011',
    '0x1013',
    '0x1018',
    '0x1019',
    '0x1021',
    '0x1022',
    '0x1023',
    '0x102A',
    '0x102B',
  ],
  ['unreachable', '0x1045', '0x1050', '0x1055', '0x1056'],
  [{ reason: 'unreachable', permanent: false }, '0x106A'],
  ['landline-unsupported', '0x1012', '0x1014', '0x1024', '0x102C', '0x1041'],
  ['network', '0x1015', '0x101A', '0x1027', '0x1042'],
  [
    'carrier-rejected',
    '0x1002',
    '0x1025',
    '0x1026',
    '0x1030',
    '0x1031',
    '0x1032',
    '0x1036',
    '0x1038',
    '0x1046',
  ],
  ['carrier-rejected', '0x1053', '0x1069', '0x106E', '0x1093', '0x1094'],
  [{ reason: 'carrier-rejected', permanent: true }, '0x1068'],
  ['sender-unregistered', '0x1033', '0x1065', '0x1066', '0x1067'],
  ['content-blocked', '0x1035', '0x1039', '0x103A'],
  ['throttled', '0x1006', '0x1037', '0x1047', '0x1080'],
  [{ reason: 'throttled', permanent: false }, '0x1009'],
  ['expired', '0x1091'],
)
