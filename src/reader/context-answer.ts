import { isStorable, MAX_TEXT } from '../event/check.ts'
import type { DeliveryEvent } from '../event/event.ts'
import { isPromise } from '../event/throw-misuse.ts'
import type { FieldPath } from './compile.ts'
import { addIssue, unstorable } from './reading.ts'
import type { Reading } from './scope.ts'

/**
 * What a function of the context answered, if it is an id; else an issue: the answer comes of data,
 * and the batch goes on.
 */
export function answerOf(
  reading: Reading,
  name: 'messageId' | 'recipientKey',
  answer: unknown,
  path: FieldPath,
): string | undefined {
  if (typeof answer === 'string' && answer !== '' && isStorable(answer)) return answer
  const received = typeof answer === 'string' ? answer.slice(0, MAX_TEXT) : answer
  return addIssue(reading, path, `context.${name}(…) ${problemOf(answer)}`, received)
}

function problemOf(answer: unknown): string {
  if (typeof answer === 'string' && answer !== '') return unstorable()
  return isPromise(answer)
    ? 'is a promise: look it up before'
    : 'is no id: it must be a text that is not empty'
}

/**
 * Adds the event with the service's own message id, as the context finds it from the event without
 * one. Whatever `messageId` it has keeps its place among the fields.
 */
export function addWithMessageId(
  reading: Reading,
  event: DeliveryEvent,
  find: (event: DeliveryEvent) => string | undefined,
  path: FieldPath,
): void {
  const { messageId: _, ...seen } = event
  const answer = find(seen)
  if (answer === undefined) return void reading.events.push(seen)
  const messageId = answerOf(reading, 'messageId', answer, path)
  if (messageId !== undefined) reading.events.push({ ...event, messageId })
}
