const FIELD = /(?:^|\s)(id|sub|dlvrd|submit date|done date|stat|err|text):(\S*)/gi

/**
 * The fields of a receipt that is a line of text, as SMSCs write it: `id:… sub:… dlvrd:… submit date:… done date:… stat:… err:… text:…`.
 * Keys may come in any order and letter case, and are given in lower case. A key that comes twice makes a list, as in a form.
 * Behind `text:` stands what was sent to somebody: it is not looked at. Linear in the size of the text.
 *
 * SMPP 3.4, appendix B, which leaves the format to the SMSC.
 */
export function readReceiptText(text: string): Readonly<Record<string, string | readonly string[]>> {
  const fields: Record<string, string | string[]> = {}
  // NUL ends a text in C, and stands before each letter in UTF-16.
  for (const [, key = '', value = ''] of text.replaceAll('\0', '').matchAll(FIELD)) {
    const name = key.toLowerCase()
    if (name === 'text') break
    const before = fields[name]
    if (before === undefined) fields[name] = value
    else if (typeof before === 'string') fields[name] = [before, value]
    else before.push(value)
  }
  return fields
}
