import fc from 'fast-check'
import { otp, type DeliveryEvent } from 'sms-delivery-state'
import { explain, explanation, phrases, toHtml, type Phrases } from 'sms-delivery-state/explain'
import { describe, expect, test } from 'vitest'
import { instant, plainEvent, policy, timeZone } from './arbitraries.ts'
import { german } from './german.ts'
import { watched } from './watched.ts'

const stories = fc.tuple(fc.array(plainEvent, { maxLength: 6 }), policy, instant, timeZone)

/** More than a page lists. */
const long = Array.from({ length: 101 }, (_, i): DeliveryEvent => ({
  status: 'sent',
  receivedAt: i,
}))

/**
 * What a table says of many messages, as text and as pages without their tags, and what of it was
 * never used.
 */
function printedWith(table: Phrases) {
  const { table: spied, unread } = watched(table)
  const options = (zone: string) => ({ timeZone: zone, phrases: spied })
  const samples = fc.sample(stories, { numRuns: 4_000, seed: 17 })
  const pages = [...samples.slice(0, 300), [long, otp, 0, 'UTC'] as const]
  const texts = [
    ...samples.map(([events, flow, now, zone]) => explain(events, flow, now, options(zone))),
    ...pages.map(([events, flow, now, zone]) =>
      toHtml(explanation(events, flow, now), options(zone)).replaceAll(/<[^>]*>|&\w+;/g, ' '),
    ),
  ]
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
  test('has no phrase that nothing says', () => expect(unread).toEqual([]))

  test('has many phrases', () => expect(texts.length).toBeGreaterThan(100))

  const sentences = texts.filter(
    ({ group }) => !['statuses', 'verdicts', 'actions', 'units', 'labels'].includes(group),
  )
  test.each(sentences)(
    '$group $code claims no more than the evidence proves: $text',
    ({ code, text }) => {
      // Only a channel that says so itself makes us say so.
      if (code !== 'read')
        expect(text, 'a delivery report says nothing about a person').not.toMatch(
          /\b(receive[ds]?|read|seen?|open(ed)?|got)\b/i,
        )
      if (['expired', 'unknown', 'sent', 'pending'].includes(code)) {
        expect(text, 'silence is no failure').not.toMatch(/fail|undeliver|reject|refus|lost/i)
      }
      expect(text.trim()).toBe(text)
      expect(text, '`sentence` puts the capital and the full stop').not.toMatch(/^[A-Z]|\.$/)
    },
  )

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

  test('is used wherever English is', () => expect(translated.unread).toEqual([]))

  test('leaves no English word', () => {
    const words = wordsOf(translated.texts)
    const left = [...wordsOf(english.texts)].filter((word) => words.has(word) && !SHARED.test(word))
    expect(left).toEqual([])
  })
})
