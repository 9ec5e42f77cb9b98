import { createHmac, randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { DeliveryEvent, Status } from 'sms-delivery-state'
import { twilio } from 'sms-delivery-state/providers/twilio'
import { receipt } from 'sms-delivery-state/testing'
import type { Gateway } from './send.ts'

/**
 * Twilio without Twilio: it sends no text, and signs its callbacks as Twilio does. A number that
 * ends with 0 cannot be reached, and of one that ends with 1 nobody reports. Put your client of the
 * provider's API here.
 */
export function pretendGateway(token: string, pause = 500): Gateway {
  const last = new Map<string, DeliveryEvent>()
  return {
    submit(to, _text, callback) {
      const providerMessageId = `SM${randomBytes(16).toString('hex')}`
      const failure = { reason: 'unreachable', code: '30003' } as const
      const end: Status = to.endsWith('0') ? 'undelivered' : 'delivered'
      const report = async () => {
        for (const status of ['queued', 'sent', end] as const) {
          await setTimeout(pause)
          if (status === end && to.endsWith('1')) return
          const event = { providerMessageId, status, ...(status === 'undelivered' && { failure }) }
          last.set(providerMessageId, event)
          await call(callback, event, token)
        }
      }
      void report().catch(() => {}) // who does not answer gets no more
      return Promise.resolve(providerMessageId)
    },
    look(id) {
      const event = last.get(id) ?? { providerMessageId: id, status: 'accepted' }
      const { body } = receipt(twilio, { ...event, source: 'poll' })
      return Promise.resolve(new TextEncoder().encode(JSON.stringify(body)))
    },
  }
}

function call(callback: string, event: DeliveryEvent, token: string): Promise<Response> {
  const { text } = receipt(twilio, event)
  const signed = [...new URLSearchParams(text)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flat()
    .join('')
  const signature = createHmac('sha1', token)
    .update(callback + signed)
    .digest('base64')
  return fetch(callback, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signature,
    },
    body: text,
  })
}
