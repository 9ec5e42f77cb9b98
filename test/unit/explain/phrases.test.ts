import fc from 'fast-check'
import { explain, phrases, type Phrases } from 'sms-delivery-state/explain'
import { describe, expect, test } from 'vitest'
import { instant, plainEvent, policy, timeZone } from './arbitraries.ts'
import { german } from './german.ts'
import { watched } from './watched.ts'

const stories = fc.tuple(fc.array(plainEvent, { maxLength: 6 }), policy, instant, timeZone)

/** What a table prints of many messages, and what of it was never used. */
function printedWith(table: Phrases) {
  const { table: spied, unread } = watched(table)
  const texts = fc
    .sample(stories, { numRuns: 4_000, seed: 17 })
    .map(([events, flow, now, zone]) => explain(events, flow, now, { timeZone: zone, phrases: spied }))
  return { texts, unread: [...unread] }
}

/** Every phrase that is a plain text, by its code. */
const texts = Object.entries(phrases).flatMap(([group, part]: [string, unknown]) =>
  typeof part !== 'object' || part === null
    ? []
    : Object.entries(part).flatMap(([code, text]: [string, unknown]) =>
        typeof text === 'string' ? [{ group, code, text }] : [],
      ),
)

describe('English', () => {
  const { texts: printed, unread } = printedWith(phrases)
  // What only HTML says.
  const elsewhere = /^language$|^leftOut$|^labels\.(time|after|attempt|status|source|verdict|note|title|window|deadline|now)$/

  test('has no phrase that nothing says', () => expect(unread.filter((path) => !elsewhere.test(path))).toEqual([]))

  test('has many phrases', () => expect(texts.length).toBeGreaterThan(100))

  const sentences = texts.filter(({ group }) => !['statuses', 'verdicts', 'actions', 'units', 'labels'].includes(group))
  test.each(sentences)('$group $code claims no more than the evidence proves: $text', ({ code, text }) => {
    // Only a channel that says so itself makes us say so.
    if (code !== 'read')
      expect(text, 'a delivery report says nothing about a person').not.toMatch(/\b(receive[ds]?|read|seen?|open(ed)?|got)\b/i)
    if (['expired', 'unknown', 'sent', 'pending'].includes(code)) {
      expect(text, 'silence is no failure').not.toMatch(/fail|undeliver|reject|refus|lost/i)
    }
    expect(text.trim()).toBe(text)
    expect(text, '`sentence` puts the capital and the full stop').not.toMatch(/^[A-Z]|\.$/)
  })

  test('has no hole', () => {
    for (const text of printed) expect(text).not.toMatch(/undefined|null|NaN|\[object/)
  })
})

/** Words that German has as well, and those of the caller: policies, zones, attempts. */
const SHARED =
  /^(in|so|was|an|war|status|start|neutral|hand|pause|mail|push|ms|min|von|utc|otp|alert|notification|long|one|america|new|york|asia|kathmandu|pacific|kiritimati|sm\w*)$/

describe('German', () => {
  const english = printedWith(phrases)
  const translated = printedWith(german)
  const wordsOf = (printed: readonly string[]) =>
    new Set(
      printed
        .join('\n')
        .toLowerCase()
        .match(/[a-z]{2,}/g),
    )

  test('is used wherever English is', () => expect(translated.unread).toEqual(english.unread))

  test('leaves no English word', () => {
    const words = wordsOf(translated.texts)
    const left = [...wordsOf(english.texts)].filter((word) => words.has(word) && !SHARED.test(word))
    expect(left).toEqual([])
  })
})
