import { throwMisuse } from '../event/throw-misuse.ts'

/** A prefix becomes part of the text, so it is a plain name. */
export function checkPrefix(prefix: unknown, where: string): void {
  if (typeof prefix === 'string' && /^[a-z_][a-z0-9_]{0,29}$/.test(prefix)) return
  throwMisuse(
    where,
    'options.prefix',
    'a name of small letters, digits and _, at most 30',
    prefix,
    'Write sds_, for example.',
  )
}
