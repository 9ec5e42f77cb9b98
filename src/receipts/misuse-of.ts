const PREFIX = 'sms-delivery-state: '

/** What a check of the core says is wrong, as a sentence: for data, where misuse is an issue. Undefined if it finds nothing. */
export function misuseOf(check: () => void): string | undefined {
  try {
    check()
    return undefined
  } catch (error) {
    if (error instanceof TypeError && error.message.startsWith(PREFIX)) return error.message.slice(PREFIX.length)
    throw error
  }
}
