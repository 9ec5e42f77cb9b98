import { checkId, checkKeys, checkObject } from '../event/check.ts'

/** What the caller knows of a list of events. */
export interface MessageOption {
  /** All of them are of this message: those that name none are read as naming it. */
  readonly messageId?: string | undefined
}

/**
 * Checks the option, and gives its message id. `others` are the keys that a function has beside.
 */
export function checkMessageOption(
  options: MessageOption | undefined,
  where: string,
  others: readonly string[] = [],
): string | undefined {
  // `lists.map(collect)` passes an index here.
  if (options === undefined || typeof options === 'number') return undefined
  checkObject(options, where, 'options', 'Pass { messageId }.')
  checkKeys(options, ['messageId', ...others], where, 'options')
  checkId(options.messageId, where, 'options.messageId')
  return options.messageId
}
