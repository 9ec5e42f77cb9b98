import type { AttemptState, DeliveryState } from '../delivery/delivery-state.ts'
import { checkObject, checkOneOf } from '../event/check.ts'
import { CONFIRMATIONS } from '../event/event.ts'
import { FAILURE_REASONS } from '../event/failure.ts'
import { checkInstant } from '../event/instant.ts'
import { STATUSES } from '../event/status.ts'
import { throwMisuse, type Place } from '../event/throw-misuse.ts'

const REMEDY = 'Pass what reduce gave; of a Map, its values().'

/**
 * A state may come back from a database: what is counted by, or calculated with, must be right.
 *
 * @param place up to the state itself; it becomes a text only where something is wrong
 */
export function checkState(state: DeliveryState, place: Place): void {
  checkObject(state, place, '', REMEDY)
  const { failure } = state
  checkOneOf(STATUSES, state.status, place, '.status', REMEDY)
  if (failure !== undefined)
    checkOneOf(FAILURE_REASONS, failure?.reason, place, '.failure.reason', REMEDY)
  checkInstant(state.windowStart, place, '.windowStart')
  checkInstant(state.deadline, place, '.deadline')
  checkInstant(state.deliveryKnownAt, place, '.deliveryKnownAt')
  checkInstant(state.lastReceivedAt, place, '.lastReceivedAt')
  if (!isList(state.attempts)) throwMisuse(place, '.attempts', 'an array', state.attempts, REMEDY)
  state.attempts.forEach((attempt, i) =>
    checkAttempt(attempt, { toString: () => `${place}.attempts[${i}]` }),
  )
}

function checkAttempt(attempt: AttemptState, place: Place): void {
  checkObject(attempt, place, '', REMEDY)
  checkOneOf(STATUSES, attempt.strongest, place, '.strongest', REMEDY)
  if (attempt.confirmedBy !== undefined)
    checkOneOf(CONFIRMATIONS, attempt.confirmedBy, place, '.confirmedBy', REMEDY)
}

const isList = (value: unknown): boolean => Array.isArray(value)
