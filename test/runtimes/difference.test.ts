import { describe, expect, it } from 'vitest'
import { differenceOf } from './difference.ts'

describe('what two runtimes say', () => {
  it('is the same to the last byte, or is shown where it is not', () => {
    expect(differenceOf('a\nb', 'a\nb')).toBeUndefined()
    expect(differenceOf('a\nbcd', 'a\nbed')).toBe('line 2, at 1: bcd instead of bed')
    expect(differenceOf('a', 'a\nb')).toBe('line 2, at 0:  instead of b')
    expect(differenceOf('a\nb', 'a')).toBe('2 lines instead of 1')
    expect(differenceOf('', 'a')).toBe('line 1, at 0:  instead of a')
  })
})
