import type { DeliveryState } from '../delivery/delivery-state.ts'
import { checkInstant, checkObject, checkOneOf } from '../event/check.ts'
import { CONFIRMATIONS } from '../event/event.ts'
import { FAILURE_REASONS } from '../event/failure.ts'
import { STATUSES } from '../event/status.ts'
import { throwMisuse, type Place } from '../event/throw-misuse.ts'

const REMEDY = 'Pass what reduce gave; of a Map, its values().'

/** A state may come back from a database: what is counted by, or calculated with, must be right. */
export function checkState(state: DeliveryState, where: Place, field: string): void {
  checkObject(state, where, field, REMEDY)
  const { failure, status } = state
  checkOneOf(STATUSES, status, where, `${field}.status`, REMEDY)
  if (!isList(state.attempts)) throwMisuse(where, `${field}.attempts`, 'an array', state.attempts, REMEDY)
  if (failure !== undefined) checkOneOf(FAILURE_REASONS, failure?.reason, where, `${field}.failure.reason`, REMEDY)
  for (const name of ['windowStart', 'deadline', 'deliveryKnownAt', 'lastReceivedAt'] as const)
    checkInstant(state[name], where, `${field}.${name}`)
  state.attempts.forEach((attempt, i) => {
    const place = `${field}.attempts[${i}]`
    checkObject(attempt, where, place, REMEDY)
    checkOneOf(STATUSES, attempt.strongest, where, `${place}.strongest`, REMEDY)
    if (attempt.confirmedBy !== undefined) checkOneOf(CONFIRMATIONS, attempt.confirmedBy, where, `${place}.confirmedBy`, REMEDY)
  })
}

const isList = (value: unknown): boolean => Array.isArray(value)
