import { checkKeys, checkName, checkObject } from '../event/check.ts'
import type { DeliveryEvent } from '../event/event.ts'
import { checkEvent } from '../event/checked-event.ts'
import { eventText } from '../event/event-text.ts'
import { throwMisuse } from '../event/throw-misuse.ts'
import { COLUMNS, valueOf } from './columns.ts'
import type { Dialect } from './dialect.ts'
import { checkRealInstant } from './real-instant.ts'
import { prepare } from './prepare.ts'
import type { Statement, Value } from './statement.ts'

export interface RecordOptions {
  /**
   * The flow of the message, as `conclude` and `stateQuery` know it. One event of the message has
   * to bring it.
   */
  readonly flow?: string | undefined
  /**
   * The receipt as it came. Bytes, since a good receipt may hold a NUL, which no text column takes.
   */
  readonly raw?: Uint8Array | undefined
}

const where = 'record: '

export function recordIn(
  dialect: Dialect,
  prefix: string,
): (event: DeliveryEvent, options?: RecordOptions) => Statement {
  const statement = prepare(dialect, `${prefix}record`, dialect.record(prefix))
  return (event, options = {}) => {
    checkRecord(event, options)
    const { provider, providerMessageId } = event
    const values: Record<string, Value | undefined> = {
      text: eventText(event),
      tie: providerMessageId && JSON.stringify([provider, providerMessageId]),
      flow: options.flow,
      raw: options.raw,
    }
    for (const [name, column] of Object.entries(COLUMNS)) values[name] = valueOf(event, column)
    return statement(values)
  }
}

function checkRecord(event: DeliveryEvent, options: RecordOptions): void {
  checkEvent(event, `${where}event.`)
  const { receivedAt, messageId, provider, providerMessageId } = event
  checkRealInstant(receivedAt, where, 'event.receivedAt')
  if (messageId === undefined && providerMessageId === undefined)
    throwMisuse(
      where,
      'event.messageId',
      'there if providerMessageId is not',
      messageId,
      'One must tell whose event it is.',
    )
  if (providerMessageId !== undefined && provider === undefined)
    throwMisuse(
      where,
      'event.provider',
      'there beside providerMessageId',
      provider,
      'Two providers may use the same id.',
    )
  checkObject(options, where, 'options')
  checkKeys(options, ['flow', 'raw'], where, 'options')
  const { flow, raw } = options
  if (flow !== undefined) checkName(flow, where, 'options.flow')
  if (raw !== undefined && !(raw instanceof Uint8Array))
    throwMisuse(
      where,
      'options.raw',
      'bytes (a Uint8Array)',
      raw,
      'Write new TextEncoder().encode(text) for a text.',
    )
}
