import { expect, test } from 'vitest'
import { same } from './same.ts'

test.each([
  [1, 1],
  [undefined, undefined],
  [[], []],
  [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }],
  [
    { a: 1, b: 2 },
    { b: 2, a: 1 },
  ],
])('%j is the same as %j', (a, b) => expect(same(a, b)).toBe(true))

test.each([
  [1, 2],
  [1, '1'],
  [null, {}],
  [{}, null],
  [[], {}],
  [[1], [1, 2]],
  [{ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }],
  [{ a: 1 }, { a: 1, b: 2 }],
  [{ a: undefined }, { b: undefined }],
  [{ a: undefined }, {}],
])('%j is not the same as %j', (a, b) => expect(same(a, b)).toBe(false))
