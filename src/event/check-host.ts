import { throwMisuse } from './throw-misuse.ts'

/** What can be enumerated of it stands on `Object.prototype`. */
const EMPTY: Readonly<Record<string, unknown>> = {}

/**
 * Data on `Object.prototype`, where some script of the host has put it, would be read in every
 * event and receipt that leaves that field out. It is refused, so that no state is wrong in
 * silence. Methods there are no data, but `then` makes a promise of every object. 3 ns where nothing
 * is.
 */
export function checkHost(where: string): void {
  for (const name in EMPTY)
    if (typeof EMPTY[name] !== 'function' || name === 'then')
      throwMisuse(
        where,
        `Object.prototype.${name}`,
        'absent',
        EMPTY[name],
        'Every object inherits it: find the script that sets it.',
      )
}
