// For a support desk: one page per message that says what happened and why, without a script.
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { notification, parseReceipts, submission, type DeliveryEvent } from 'sms-delivery-state'
import { explanation, stylesheet, toHtml } from 'sms-delivery-state/explain'
import { twilio } from 'sms-delivery-state/providers/twilio'

const at = Date.parse('2026-11-20T09:00:00Z')

/** The log of events, by message: your table. */
const events = new Map<string, DeliveryEvent[]>([
  [
    'parcel-91',
    [
      ...submission({ messageId: 'parcel-91', providerMessageIds: ['SM0b01'], receivedAt: at }),
      ...parseReceipts(twilio, [
        { receivedAt: at + 2_000, body: 'MessageSid=SM0b01&MessageStatus=sent' },
        {
          receivedAt: at + 61_000,
          body: 'MessageSid=SM0b01&MessageStatus=undelivered&ErrorCode=30003',
        },
        { receivedAt: at + 95_000, body: 'MessageSid=SM0b01&MessageStatus=delivered' },
      ]).events,
    ],
  ],
])

/** All text in the fragment is escaped already. */
function page(messageId: string, story: readonly DeliveryEvent[], now: number): string {
  const fragment = toHtml(explanation(story, notification, now, { messageId }), {
    timeZone: 'Europe/Tallinn',
  })
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Message</title><link rel="stylesheet" href="/story.css"><main>${fragment}</main></html>`
}

const server = createServer((request, response) => {
  const path = decodeURIComponent(request.url ?? '/')
  const story = events.get(path.slice('/messages/'.length))
  if (path === '/story.css') response.setHeader('content-type', 'text/css').end(stylesheet)
  else if (!story) response.writeHead(404).end()
  else {
    response.setHeader('content-type', 'text/html')
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'self'")
    response.end(page(path.slice('/messages/'.length), story, at + 120_000))
  }
}).listen(0, '127.0.0.1')
await once(server, 'listening')

// What support sees, without the tags.
const { address, port } = server.address() as AddressInfo
const html = await (await fetch(`http://${address}:${port}/messages/parcel-91`)).text()
const text = html.replace(/<svg[^]*?<\/svg>/g, '').replace(/<[^>]*>/g, '\n')
console.log(html.includes('<svg'), /<script|\son\w+=/i.test(html))
for (const line of text.split('\n'))
  if (/^(Why|Next|Reported|It had|done)/.test(line.trim())) console.log(line.trim())
server.close()

/* prints:
true false
Why
Reported 1 min 35 s after the start.
Next
done: nothing more to do.
*/
