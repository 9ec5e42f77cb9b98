import type { AttemptState, DeliveryState, Status } from 'sms-delivery-state'
import { PRECEDENCE } from '../naive/order.ts'

/** The attempts of a state by id; `nameless` stands for the only one without. */
export function attemptsById({ attempts }: DeliveryState): Map<string, AttemptState> {
  return new Map(attempts.map((attempt) => [attempt.attemptId ?? 'nameless', attempt]))
}

export const strength = (status: Status): number => PRECEDENCE.indexOf(status)
