/**
 * The command cannot begin, or go on: a wrong option, a file that cannot be read. One line for a
 * person.
 */
export class Misuse extends Error {}

const PREFIX = 'sms-delivery-state: '

/**
 * What the library says of a value that is not as it must be, without its own name; anything else
 * is thrown on.
 */
export function messageOf(error: unknown): string {
  if (error instanceof TypeError && error.message.startsWith(PREFIX))
    return error.message.slice(PREFIX.length)
  throw error
}

/** Of the system's errors, the ones that people meet. */
const SYSTEM: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EISDIR: 'it is a folder',
  ENOENT: 'there is no such file',
  ENOSPC: 'no space is left',
  ENOTDIR: 'there is no such file',
}

export function systemMessageOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error
  return SYSTEM[error.code] ?? error.code
}
