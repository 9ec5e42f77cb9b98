// Writes the log of a simulated network: node write-log.mjs FOLDER MESSAGES START EVERY. A file holds some
// 50,000 messages, a line an event, in order of arrival: what the service itself knows names the
// message and its flow, most receipts the provider's id alone.
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { DeliveryEvent } from 'sms-delivery-state'
import { messente, twilio, vonage } from 'sms-delivery-state/providers'
import { simulate } from 'sms-delivery-state/testing'
import { flowOf } from './flows.ts'

const PER_FILE = 50_000

const [folder = '', messages, start, every] = process.argv.slice(2)
let events: { event: DeliveryEvent; flow: string }[] = []
let [held, files] = [0, 0]

const network = simulate({
  seed: 1,
  messages: Number(messages),
  providers: [twilio, vonage, messente],
  start: Number(start),
  every: Number(every),
})
for (const step of network) {
  if (step.type !== 'over') continue
  const flow = flowOf(step.messageId)
  for (const event of step.truth.events) events.push({ event, flow })
  if (++held === PER_FILE) write()
}
if (held > 0) write()

function write(): void {
  events.sort((a, b) => (a.event.receivedAt ?? 0) - (b.event.receivedAt ?? 0))
  const file = openSync(join(folder, `log-${String(files++).padStart(3, '0')}.ndjson`), 'w')
  for (let first = 0; first < events.length; first += 10_000)
    writeSync(
      file,
      events
        .slice(first, first + 10_000)
        .map(
          ({ event: body, flow }) =>
            `${JSON.stringify(body.messageId ? { flow, body } : { body })}\n`,
        )
        .join(''),
    )
  closeSync(file)
  events = []
  held = 0
}
