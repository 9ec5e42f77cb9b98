import { describe, expect, it } from 'vitest'
import { decode, someItem } from '../../../src/providers/decode.ts'

describe('decode', () => {
  it('reads a form, with plus, percent and names like any other', () => {
    expect({ ...(decode('a=1+2&b=%2B49&c=&__proto__=x&constructor=y') as object) }).toEqual(
      Object.assign(Object.create(null), { a: '1 2', b: '+49', c: '', constructor: 'y', ['__proto__']: 'x' }),
    )
    expect(Object.getPrototypeOf(decode('__proto__=x'))).toBeNull()
  })

  it('makes a list of a name that comes more than once', () => {
    expect({ ...(decode('a=1&b=2&a=3&a=4') as object) }).toEqual({ a: ['1', '3', '4'], b: '2' })
  })

  it('says nothing about text that is broken JSON', () => {
    for (const text of ['{', '[', '{"a":1,}', "{'a':1}", '[1]x']) expect(decode(text)).toBeUndefined()
  })

  it('passes on what is parsed already', () => {
    for (const value of [{}, [], null, undefined, 5, Symbol.iterator]) expect(decode(value)).toBe(value)
  })

  it('takes bytes that are no text, and buffers that are gone', () => {
    const gone = new ArrayBuffer(8)
    structuredClone(gone, { transfer: [gone] })
    for (const bytes of [new Uint8Array([0xff, 0xfe]), gone, new DataView(new ArrayBuffer(2))])
      expect(() => decode(bytes)).not.toThrow()
  })
})

describe('someItem', () => {
  it('gives each item with its index until one is it', () => {
    const seen: unknown[] = []
    expect(someItem(['a', 'b', 'c'], (item, index) => seen.push([item, index]) === 2)).toBe(true)
    expect(seen).toEqual([
      ['a', 0],
      ['b', 1],
    ])
  })

  it('passes over holes, with the indexes that items have', () => {
    const sparse: unknown[] = []
    sparse[7] = 'x'
    sparse[4_000_000_000] = 'y'
    const seen: unknown[] = []
    expect(someItem(sparse, (item, index) => seen.push([item, index]) < 0)).toBe(false)
    expect(seen).toEqual([
      ['x', 7],
      ['y', 4_000_000_000],
    ])
  })
})
