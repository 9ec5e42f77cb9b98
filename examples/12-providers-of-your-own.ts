// For a gateway that is not among ours, one whose `delivered` proves little, and an SMSC with
// error codes of its own.
import { otp, reduceReceipts, type Provider } from 'sms-delivery-state'
import { codeTable, defineProvider } from 'sms-delivery-state/providers'
import { smpp } from 'sms-delivery-state/providers/smpp'

const at = Date.parse('2026-11-20T18:00:00Z')
function show(provider: Provider, body: unknown): void {
  const { state, issues } = reduceReceipts(
    provider,
    [{ receivedAt: at + 1_000, body }],
    otp,
    at + 60_000,
  )
  const problem = issues[0] ? ` (${issues[0].message})` : ''
  console.log(
    `${provider.name}:`,
    state.status,
    state.confirmedBy ?? state.failure?.reason ?? '',
    problem,
  )
}

// 1. A new one: where the fields are, and what the words mean. Its DELIVERED comes when the
// operator has taken the text. That
// proves `sent` and no more, so that is how it is read; only HANDSET is a delivery.
const gateway = defineProvider({
  name: 'cheap-gateway',
  shapes: [
    { id: 'id', status: 'state', code: 'err', time: { path: 'at', format: 'epoch-seconds' } },
  ],
  statuses: {
    TAKEN: 'accepted',
    DELIVERED: 'sent',
    HANDSET: { status: 'delivered', confirmedBy: 'handset' },
    REJECTED: 'undelivered',
  },
  codes: codeTable([null, 0], [{ reason: 'invalid-destination', permanent: true }, 11, 12]),
})
show(gateway, { id: 'g-1', state: 'DELIVERED', err: 0, at: 1_795_197_600 })
show(gateway, { id: 'g-1', state: 'HANDSET', err: 0, at: 1_795_197_604 })
show(gateway, 'id=g-1&state=REJECTED&err=11&at=1795197608') // a form is read as JSON is
show(gateway, { id: 'g-1', state: 'PARKED', err: 0, at: 1_795_197_608 }) // a word that is not in the table is an issue

// 2. One of ours, with words and codes added or replaced.
const mySmsc = defineProvider({
  extends: smpp,
  name: 'my-smsc',
  statuses: { DELIVRD: { status: 'delivered', confirmedBy: 'handset' } },
  codes: { '0ff': { reason: 'opted-out', permanent: true } },
})
show(smpp, 'id:7 sub:001 dlvrd:000 done date:2611201800 stat:UNDELIV err:0ff')
show(mySmsc, 'id:7 sub:001 dlvrd:000 done date:2611201800 stat:UNDELIV err:0ff')
show(mySmsc, 'id:8 sub:001 dlvrd:001 done date:2611201800 stat:DELIVRD err:000')

/* prints:
cheap-gateway: sent  
cheap-gateway: delivered handset 
cheap-gateway: undelivered invalid-destination 
cheap-gateway: pending   (cheap-gateway: state "PARKED" is not a status that we know)
smpp: undelivered unknown 
my-smsc: undelivered opted-out 
my-smsc: delivered handset 
*/
