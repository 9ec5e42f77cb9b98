import { readdirSync, readFileSync } from 'node:fs'
import { explain } from 'sms-delivery-state/explain'
import { describe, expect, it } from 'vitest'
import { messagesOf } from '../../../examples/playground/messages.ts'
import { FLOWS } from '../../../examples/playground/flows.ts'
import { read } from '../../../examples/playground/reading.ts'
import { stories } from '../../../examples/playground/stories.ts'

const files = readdirSync('test/stories').filter((name) => name.endsWith('.test.ts'))

/** What a story's test says that ours prints. */
const toldIn = (name: string): string[] =>
  [...readFileSync(`test/stories/${name}`, 'utf8').matchAll(/lines`\n([^`]*)\n *`/g)].map(
    ([, block = '']) => block.replace(/^ {4}/gm, ''),
  )

describe('the stories of the playground', () => {
  it('are those of test/stories, in their order, behind a first look', () =>
    expect(stories.map(({ number }) => number)).toEqual([
      0,
      ...files.map((name) => parseInt(name)),
    ]))

  it.each(files.map((name, i) => ({ name, story: stories[i + 1]! })))(
    '$name is told in the same words',
    ({ name, story }) => {
      const [[id, events] = ['', []], ...others] = messagesOf(read(story.text).events)
      expect(others).toEqual([])
      const text = explain(events, FLOWS[story.flow], Date.parse(story.now), { messageId: id })
      expect(toldIn(name)).toContain(text)
    },
  )

  it('begin with a log of three messages, each of another provider, and one line that is none', () => {
    const { receipts, events, issues } = read(stories[0]!.text)
    expect(messagesOf(events).size).toBe(3)
    expect(new Set(receipts.map(({ provider }) => provider))).toEqual(
      new Set(['canonical', 'twilio', 'smpp', 'vonage', undefined]),
    )
    expect(issues).toMatchObject([{ line: 7, code: 'undetected-provider' }])
  })
})
