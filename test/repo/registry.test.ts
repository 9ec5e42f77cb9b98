import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inRoot, read } from './project.ts'
import { names, registry } from './registry.ts'

const files = await registry()

describe('the registry', () => {
  it('finds the folders', () => expect(names.length).toBeGreaterThan(1))

  it.each([...files])('%s follows from the folders; if not: npm run update', (path, text) => {
    if (process.env['UPDATE'] === '1') writeFileSync(inRoot(path), text)
    else expect(read(path)).toBe(text)
  })
})
