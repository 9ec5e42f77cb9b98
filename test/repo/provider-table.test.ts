import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inRoot } from './project.ts'
import { ABOUT, aboutOf } from './provider-table.ts'
import { names } from './registry.ts'

describe('what users are told about a provider', () => {
  it('is there for each of them, and for nobody else', () => {
    expect(readdirSync(inRoot(ABOUT)).sort()).toEqual(names.map((name) => `${name}.json`))
  })

  it.each(names)('%s: is complete, with sources and the days on which they were read', (name) => {
    const { forms, sources, unverified, ...facts } = aboutOf(name)
    expect(Object.keys(facts).sort()).toEqual([
      'delivered',
      'keepsSending',
      'sameReceipt',
      'segments',
      'signature',
      'time',
    ])
    for (const text of [...forms, ...unverified, ...Object.values(facts)])
      expect(text).toMatch(/^\S.*\S$/)
    expect(forms).not.toEqual([])
    expect(sources).not.toEqual([])
    for (const { page, date } of sources) {
      expect(page).toMatch(/^(https:\/\/|github |npm |src\/)\S/)
      expect(date).toMatch(/^20\d\d-[01]\d-[0-3]\d$/)
    }
  })
})
