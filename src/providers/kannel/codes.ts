/**
 * Kannel's numbers in ours, each of them a bit of `dlr-mask`, and what its SMSC answered to a
 * submission that it refused: `NACK/` and the number of the command status.
 *
 * https://www.kannel.org/download/kannel-userguide-snapshot/userguide.html (delivery reports, escape codes)
 * github pruiz/kannel gw/dlr.h, gw/bb_smscconn.c (`NACK/`), gw/smsc/smsc_smpp.c (numbers of command
 * statuses)
 * https://gist.github.com/atkawa7/125c02113df26337de092ab9f47f4542 (34 and 66)
 *
 * `err` is the SMSC's own: only its ways to say "nothing" are here. Unverified: 34 and 66, which
 * come from newer forks alone. What an intermediate notification says is not told, so 32 ends
 * nothing.
 */
import { codeTable } from '../../reader/code-table.ts'
import type { StatusTable } from '../../reader/spec.ts'

export const statuses: StatusTable = {
  1: 'delivered',
  2: 'undelivered', // also what expired, was deleted or refused, and what Kannel does not know
  4: 'queued',
  8: 'sent',
  16: 'failed',
  32: 'unknown',
  34: 'expired', // unverified
  66: 'unknown', // unverified
}

export const codes = /* @__PURE__ */ codeTable(
  [null, '0', '00', '000', '0000'],
  ['throttled', 'NACK/Retries Exceeded'],
  [
    { reason: 'invalid-destination', permanent: true },
    'NACK/0x0000000b',
    'NACK/0x00000050',
    'NACK/0x00000051',
  ],
  ['sender-unregistered', 'NACK/0x0000000a', 'NACK/0x00000048', 'NACK/0x00000049'],
  [{ reason: 'throttled', permanent: false }, 'NACK/0x00000014', 'NACK/0x00000058'],
  ['network', 'NACK/0x00000008'],
  [{ reason: 'network', permanent: false }, 'NACK/0x00000064'],
  ['carrier-rejected', 'NACK/0x00000045', 'NACK/0x00000066', 'NACK/0x00000101'],
  [{ reason: 'carrier-rejected', permanent: true }, 'NACK/0x00000065'],
  ['account', 'NACK/0x00000004', 'NACK/0x0000000d', 'NACK/0x0000000e', 'NACK/0x0000000f'],
  ['account', 'NACK/0x00000100', 'NACK/0x00000103'],
  ['expired', 'NACK/0x00000062'],
)
