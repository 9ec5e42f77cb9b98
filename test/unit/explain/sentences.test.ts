import { describe, expect, test } from 'vitest'
import * as sentences from '../../../src/explain/sentences.ts'

const all = Object.entries(sentences).flatMap(([name, value]: [string, string | Readonly<Record<string, string>>]) =>
  typeof value === 'string'
    ? [{ name, code: '', text: value }]
    : Object.entries(value).map(([code, text]) => ({ name, code, text })),
)

describe('no sentence claims more than the evidence proves', () => {
  test('all of them are here', () => expect(all.length).toBeGreaterThan(60))

  test.each(all)('$name $code: $text', ({ name, code, text }) => {
    expect(text, 'a delivery report says nothing about a person').not.toMatch(/\b(receive[ds]?|read|seen?|open(ed)?|got)\b/i)
    if (['expired', 'unknown', 'sent', 'pending'].includes(code) || name === 'SILENCE') {
      expect(text, 'silence is no failure').not.toMatch(/fail|undeliver|reject|refus|lost/i)
    }
    expect(text.trim()).toBe(text)
    expect(text, 'the caller puts the capital and the full stop').not.toMatch(/^[A-Z]|\.$/)
  })
})
