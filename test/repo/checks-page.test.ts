import { describe, expect, it } from 'vitest'
import { pkg, read } from './project.ts'

const named = [...read('test/README.md').matchAll(/`npm (?:run )?([\w:-]+)`/g)].map(
  ([, name = '']) => name,
)
const CHECKS = /^(test|prove|fuzz|mutate|plant|bench)\b/

describe('the page of checks', () => {
  it('names scripts of this package', () => {
    expect(named.length).toBeGreaterThan(1)
    expect(named.filter((name) => !pkg.scripts[name])).toEqual([])
  })

  it('leaves out no check', () => {
    const page = read('test/README.md')
    const checks = Object.keys(pkg.scripts).filter((name) => CHECKS.test(name))
    expect(checks.filter((name) => !new RegExp(`npm (run )?${name}\``).test(page))).toEqual([])
  })
})
