import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Json } from './mutate.ts'
import { shrunk } from './shrink.ts'
import { targetNamed, targets } from './targets.ts'

interface Case {
  readonly target: string
  /** What was wrong when it was found. */
  readonly why: string
  readonly input: Json
}

const folder = new URL('../fixtures/fuzz/', import.meta.url)
const cases = readdirSync(folder).map(
  (file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Case,
)

describe('what the fuzzer found once', () => {
  it.each(cases)('$target: $why', async ({ target, input }) => {
    await targetNamed(target).check(input)
  })
})

describe('the fuzzer', () => {
  it.each(targets)('has seeds for $name, and they pass', async ({ seeds, check }) => {
    const inputs = seeds()
    expect(inputs.length).toBeGreaterThan(1)
    for (const input of inputs.slice(0, 20)) await check(input)
  })

  it('makes a failure small', async () => {
    const hasNul = (input: Json) => Promise.resolve(JSON.stringify(input).includes('\\u0000'))
    const input = { a: [1, { b: 'some text\0and more' }], c: { d: 'other' } }
    expect(await shrunk(input, hasNul)).toBe('\0')
  })
})
