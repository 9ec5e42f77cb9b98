import { alert, notification, otp, type Policy } from 'sms-delivery-state'
import type { Policies } from 'sms-delivery-state/sql'

export const policies: Policies = { otp, alert, notification }

const flows = Object.keys(policies)

/** The flow of a message of the simulated network, whose ids end with its number. */
export function flowOf(messageId: string): string {
  const number = Number(messageId.slice('message-'.length))
  const flow = flows[number % flows.length]
  if (flow === undefined) throw new Error(`${messageId} is no message of the simulated network.`)
  return flow
}

export const policyOf = (messageId: string): Policy => policies[flowOf(messageId)]!
