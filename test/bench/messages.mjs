import { twilio } from 'sms-delivery-state/providers/twilio'
import { simulate } from 'sms-delivery-state/testing'

/**
 * Messages of six events as services see them: our own submission, the API's answer, then webhooks
 * that know only the provider's id, in turned order.
 */
export function sameMessages(count) {
  const messages = Array.from({ length: count }, (_, i) => {
    const at = 1_790_000_000_000 + i * 10
    const ids = { messageId: `message-${i}`, attemptId: '1' }
    const providerIds = {
      provider: 'twilio',
      providerMessageId: `SM${i.toString(16).padStart(32, '0')}`,
    }
    const events = [
      { status: 'pending', receivedAt: at, ...ids, source: 'service' },
      { status: 'accepted', receivedAt: at + 210, ...ids, ...providerIds, source: 'response' },
      { status: 'queued', receivedAt: at + 300, ...providerIds, source: 'webhook' },
      { status: 'sent', receivedAt: at + 900, ...providerIds, source: 'webhook' },
      { status: 'sent', receivedAt: at + 950, ...providerIds, source: 'webhook' },
      {
        status: 'delivered',
        receivedAt: at + 4_000,
        ...providerIds,
        source: 'webhook',
        confirmedBy: 'carrier',
      },
    ]
    const turn = i % events.length
    return [...events.slice(turn), ...events.slice(0, turn)]
  })
  return fromLog(messages)
}

/** Messages of the simulated network, with all its trouble, as their events arrived. */
export function mixedMessages(count) {
  const steps = [...simulate({ seed: 1, messages: count, providers: [twilio] })]
  return fromLog(steps.flatMap((step) => (step.type === 'over' ? [step.truth.events] : [])))
}

/** As a service reads them back from its log: plain objects, and texts of their own. */
const fromLog = (messages) => JSON.parse(JSON.stringify(messages))
