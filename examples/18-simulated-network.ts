// For whoever wants to measure a service: a network in a box judges it by what truly happened.
import {
  OUTCOMES,
  notification,
  reduceByMessage,
  type DeliveryEvent,
  type Status,
} from 'sms-delivery-state'
import { messente, twilio, vonage } from 'sms-delivery-state/providers'
import { simulate, START } from 'sms-delivery-state/testing'

// Two services see the same receipts: one keeps the last of each message, one keeps them all.
const last = new Map<string, Status>()
const log: DeliveryEvent[] = []
const delivered = new Set<string>()
const troubles = new Map<string, number>()

for (const step of simulate({ seed: 7, messages: 2_000, providers: [messente, twilio, vonage] })) {
  if (step.type === 'over') {
    if (step.truth.deliveredAt !== undefined) delivered.add(step.messageId)
    for (const { troubles: had } of step.truth.attempts)
      for (const each of had) troubles.set(each, (troubles.get(each) ?? 0) + 1)
    continue
  }
  const event = step.type === 'event' ? step.event : step.receipt.event
  last.set(step.messageId, event.status)
  log.push(event)
}

const states = reduceByMessage(log, notification, START + 7 * 86_400_000)

function judge(name: string, shown: (message: string) => Status | undefined): void {
  const verdicts = { right: 0, 'does not know': 0, wrong: 0 }
  for (const message of last.keys()) {
    const outcome = OUTCOMES[shown(message) ?? 'pending']
    const isRight = outcome === (delivered.has(message) ? 'delivered' : 'failed')
    verdicts[
      isRight
        ? 'right'
        : outcome === 'delivered' || outcome === 'failed'
          ? 'wrong'
          : 'does not know'
    ]++
  }
  console.log(name, verdicts)
}

console.log(Object.fromEntries([...troubles].sort()))
judge('last write wins:   ', (message) => last.get(message))
judge('all receipts count:', (message) => states.get(message)?.status)
// What is wrong in the end is where the provider itself says what is not true; where nobody said
// anything, nobody can know.

/* prints:
{
  contradicted: 49,
  duplicated: 225,
  held: 228,
  lost: 137,
  outage: 4,
  silence: 3
}
last write wins:    { right: 1477, 'does not know': 482, wrong: 41 }
all receipts count: { right: 1890, 'does not know': 106, wrong: 4 }
*/
