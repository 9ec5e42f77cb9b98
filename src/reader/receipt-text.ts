/** By key, in lower case and with a blank in `submit date` and `done date`. */
export type ReceiptText = Readonly<Record<string, string | readonly string[]>>

/**
 * The fields of a receipt that is a line of text, as SMSCs write it:
 *
 *     id:… sub:… dlvrd:… submit date:… done date:… stat:… err:… text:…
 *
 * Keys may come in any order and letter case, with `_` for the blank in them, and a blank behind
 * their colon. A key that comes twice makes a list, as in a form. Linear in the size of the text.
 *
 * What was sent to somebody is not looked at. It is behind `text:`, or without that label behind
 * the fields. So once a word is no part of a field, a key that was there before is skipped; and
 * behind `text:` only those fields count that were missing before and that end the whole.
 *
 * SMPP 3.4, appendix B, which leaves the format to the SMSC.
 */
export function readReceiptText(text: string): ReceiptText {
  return usualFields(text) ?? fieldsOfWords(text)
}

/** As most SMSCs write it, with nothing that could be anything else: in a fifth of the time. */
const USUAL =
  /^id:([^\s\0]+) sub:([^\s\0]+) dlvrd:([^\s\0]+) submit date:(\d+) done date:(\d+) stat:([^\s\0]+) err:([^\s\0]+)(?: text:|$)/i

function usualFields(text: string): ReceiptText | undefined {
  const found = USUAL.exec(text)
  if (!found) return undefined
  return {
    id: found[1]!,
    sub: found[2]!,
    dlvrd: found[3]!,
    'submit date': found[4]!,
    'done date': found[5]!,
    stat: found[6]!,
    err: found[7]!,
  }
}

function fieldsOfWords(text: string): ReceiptText {
  const words = wordsOf(text)
  const fields: Record<string, string | string[]> = {}
  let isBegun = false
  let isInterrupted = false
  for (let i = 0; i < words.length;) {
    if (!isBegun) words[i] = withoutPrefix(words[i]!)
    const field = fieldAt(words, i)
    if (!field) {
      // The key of another SMSC's field ends with a colon, too.
      isInterrupted ||= isBegun && !words[i]!.includes(':')
      i++
      continue
    }
    isBegun = true
    i = field.end
    if (field.key === TEXT) {
      addMissing(fields, fieldsAtEnd(words, i))
      break
    }
    if (!isInterrupted || fields[field.key] === undefined) add(fields, field)
  }
  return fields
}

/** Whether a text begins as a receipt does. Linear in the size of its first word. */
export function startsAsReceipt(text: string): boolean {
  const words = text.split(/\s/, 2)
  words[0] = withoutPrefix(words[0]!)
  const field = fieldAt(words, 0)
  return field !== undefined && field.key !== TEXT
}

interface Field {
  readonly key: string
  readonly value: string
  /** The place of the word behind it. */
  readonly end: number
}

const TEXT = 'text'
const KEY = /^(id|sub|dlvrd|(?:submit|done)[_-]?date|stat|err|text):/i

/** NUL ends a text in C, and stands before each letter in UTF-16. */
const wordsOf = (text: string): string[] => text.replaceAll('\0', '').trim().split(/\s+/)

/**
 * Some SMSCs write what they like in front of the first field, without a blank: `Shop^id:1054BC`.
 */
function withoutPrefix(word: string): string {
  const found = /[^\p{L}\p{N}_:]id:/iu.exec(word)
  return found && !KEY.test(word) ? word.slice(found.index + found[0].length - 'id:'.length) : word
}

/** The field that begins with a word. */
function fieldAt(words: readonly string[], at: number): Field | undefined {
  const isSplit = isHalfAKey(words, at)
  const start = isSplit ? `${words[at]}_${words[at + 1]}` : words[at]!
  const written = KEY.exec(start)?.[1]
  if (written === undefined) return undefined
  const key = written.toLowerCase().replace(/[_-]?date/, ' date')
  let value = start.slice(written.length + 1)
  let end = at + (isSplit ? 2 : 1)
  if (value === '' && isValueOf(key, words, end)) value = words[end++]!
  if (key.endsWith('date') && /^\d{4}-\d\d-\d\d$/.test(value)) {
    for (const part of [/^\d\d:\d\d/, /^[+-]\d\d:?\d\d$/]) {
      if (!part.test(words[end] ?? '')) break
      value += ` ${words[end++]}`
    }
  }
  return { key, value, end }
}

const isHalfAKey = (words: readonly string[], at: number): boolean =>
  /^(?:submit|done)$/i.test(words[at]!) && /^date:/i.test(words[at + 1] ?? '')

/**
 * Whether a word behind a blank is the value, and neither the next field nor a word of the message:
 * a state is letters, all else has digits.
 */
function isValueOf(key: string, words: readonly string[], at: number): boolean {
  const word = words[at]
  if (word === undefined || word.includes(':') || isHalfAKey(words, at)) return false
  return (key === 'stat' ? /^[a-z_]+$/i : /\d/).test(word)
}

/** The fields with which the words end, and nothing between them. */
function fieldsAtEnd(words: readonly string[], from: number): readonly Field[] {
  let fields: Field[] = []
  for (let i = from; i < words.length;) {
    const field = fieldAt(words, i)
    if (field && field.key !== TEXT) fields.push(field)
    else fields = []
    i = field?.end ?? i + 1
  }
  return fields
}

function addMissing(fields: Record<string, string | string[]>, found: readonly Field[]): void {
  const before = new Set(Object.keys(fields))
  for (const field of found) if (!before.has(field.key)) add(fields, field)
}

function add(fields: Record<string, string | string[]>, { key, value }: Field): void {
  const before = fields[key]
  if (before === undefined) fields[key] = value
  else if (typeof before === 'string') fields[key] = [before, value]
  else before.push(value)
}
