import type { DeliveryEvent, Provider } from 'sms-delivery-state'
import { messente, twilio, vonage } from 'sms-delivery-state/providers'
import { simulate } from 'sms-delivery-state/testing'

export const PROVIDERS: readonly Provider[] = [messente, twilio, vonage]
const FLOWS = ['otp', 'alert', 'notification'] as const

/** What a webhook, or the service's own sender, puts into the queue. */
export type Letter =
  | { readonly kind: 'own'; readonly event: DeliveryEvent; readonly flow: string }
  | {
      readonly kind: 'receipt'
      readonly provider: string
      readonly receivedAt: number
      readonly body: Uint8Array
    }

/** A letter on its way, and what the trial knows of it. */
export interface Posted {
  readonly at: number
  readonly letter: Letter
  /** It came before the answer that says whose id it is. */
  readonly isEarly: boolean
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Of the last one there is an event, without its code; the others hold nothing that can be stored. */
const POISON: readonly ((n: number) => string)[] = [
  (n) => `MessageSid=SM%00${n}&MessageStatus=delivered`,
  (n) => `{"MessageSid":"SM${n}\\ud800","MessageStatus":"delivered"}`,
  (n) => `MessageSid=SM${n}${'0'.repeat(1_000_000)}&MessageStatus=delivered`,
  (n) => `<html>\u0000${n}</html>`,
  (n) => `MessageSid=SM${n}&MessageStatus=undelivered&ErrorCode=3%00`,
]

/** Every so many steps a poisonous receipt stands in between. */
const POISON_EVERY = 150

/** What the simulated network sends, in order of arrival. */
export function* letters(seed: number, messages: number): Generator<Posted> {
  const tied = new Set<string>()
  let count = 0
  for (const step of simulate({ seed, messages, providers: PROVIDERS })) {
    const { at } = step
    if (step.type === 'over') continue
    if (step.type === 'event') {
      const { event, messageId } = step
      if (event.providerMessageId) tied.add(event.providerMessageId)
      const flow = FLOWS[Number(messageId.split('-')[1]) % 3] ?? 'otp'
      yield { at, letter: { kind: 'own', event, flow }, isEarly: false }
    } else {
      const { provider, event, text } = step.receipt
      const letter = { kind: 'receipt', provider: provider.name, body: encode(text) } as const
      const isEarly = !tied.has(event.providerMessageId ?? '')
      yield { at, letter: { ...letter, receivedAt: at }, isEarly }
    }
    if (++count % POISON_EVERY > 0) continue
    const body = encode(POISON[(count / POISON_EVERY) % POISON.length]?.(count) ?? '')
    const letter = { kind: 'receipt', provider: 'twilio', body, receivedAt: at } as const
    yield { at, letter, isEarly: false }
  }
}
