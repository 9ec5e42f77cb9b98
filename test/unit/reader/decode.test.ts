import { afterEach, describe, expect, it, vi } from 'vitest'
import { decode, formOf } from '../../../src/reader/decode.ts'

describe('what was received', () => {
  it('reads a form, with plus, percent and names like any other', () => {
    expect(formOf('?a=1+2&b=%2B49&c=&constructor=y&%ZZ=%')).toStrictEqual({
      a: '1 2',
      b: '+49',
      c: '',
      constructor: 'y',
      '%ZZ': '%',
    })
    expect(formOf('a=1&&b=2&')).toStrictEqual({ a: '1', b: '2' })
    expect(formOf('=x&a=1')).toStrictEqual({ '': 'x', a: '1' })
    expect(formOf('a=\ud800')).toStrictEqual({ a: '\uFFFD' })
    expect(formOf('\ud800')).toStrictEqual({ '\uFFFD': '' })
    expect(formOf('a=1&%ZZ=%')).toStrictEqual({ a: '1', '%ZZ': '%' })
    expect(formOf('toString=x&toString=y')).toStrictEqual({ toString: ['x', 'y'] })
    expect(formOf('__proto__=x&__proto__=y&a=1')).toStrictEqual({ a: '1' })
  })

  it.each([
    '/dlr?a=1&b=x%2F%3F',
    '/?a=1&b=x/?',
    'https://example.org/dlr/7?a=1&b=x%2F?',
    'HTTP://example.org?a=1&b=x/%3F',
    '?a=1&b=x/?',
  ])('reads the query of %s', (text) => expect(formOf(text)).toStrictEqual({ a: '1', b: 'x/?' }))

  it('takes nothing else for a URL', () => {
    expect(formOf('a=/x?b=1')).toStrictEqual({ a: '/x?b=1' })
    expect(formOf('ftp://example.org?a=1')).toStrictEqual({ 'ftp://example.org?a': '1' })
    expect(formOf('/dlr')).toStrictEqual({ '/dlr': '' })
  })

  describe('in an engine without URLSearchParams', () => {
    afterEach(() => vi.unstubAllGlobals())

    it.each(['?a=1+2&b=%2B49&a=', '/dlr?a=caf\u00e9&b=%C3%A9', 'a=1 2', 'a=x?y', ''])(
      'reads %j alike',
      (text) => {
        const expected = formOf(text)
        vi.stubGlobal('URLSearchParams', undefined)
        expect(formOf(text)).toStrictEqual(expected)
      },
    )

    it('takes text with wrong escapes for no form', () => {
      vi.stubGlobal('URLSearchParams', undefined)
      expect(formOf('a=1&b=%ZZ')).toStrictEqual({})
    })
  })

  it('makes a list of a name that comes more than once', () => {
    expect({ ...formOf('a=1&b=2&a=3&a=4') }).toEqual({ a: ['1', '3', '4'], b: '2' })
  })

  it('says nothing about text that is broken JSON', () => {
    for (const text of ['{', '[', '{"a":1,}', "{'a':1}", '[1]x'])
      expect(decode(text)).toBeUndefined()
  })

  it('passes on what is parsed already', () => {
    for (const value of [{}, [], null, undefined, 5, Symbol.iterator])
      expect(decode(value)).toBe(value)
  })

  it('decodes other text as it is, from bytes too', () => {
    for (const text of [
      ' id:1 stat:DELIVRD\n',
      new TextEncoder().encode('\uFEFFid:1 stat:DELIVRD'),
    ]) {
      expect(decode(text)).toBe('id:1 stat:DELIVRD')
    }
    expect(decode('{"a":1}')).toEqual({ a: 1 })
    expect(decode(new URLSearchParams('a=1'))).toEqual({ a: '1' })
  })

  it('decodes bytes alike in an engine without TextDecoder, if they are text', () => {
    const bytes = new TextEncoder().encode('\uFEFFid:1\n\0é\uFEFF😀')
    const broken = new Uint8Array([0x61, 0xff])
    expect(decode(bytes)).toBe('id:1\n\0é\uFEFF😀')
    expect(decode(broken)).toBe('a\uFFFD')
    vi.stubGlobal('TextDecoder', undefined)
    expect(decode(bytes)).toBe('id:1\n\0é\uFEFF😀')
    expect(decode(broken)).toBeUndefined()
    expect(decode(new TextEncoder().encode('a\uFEFFb'))).toBe('a\uFEFFb')
    vi.unstubAllGlobals()
  })

  it('takes bytes that are no text, and buffers that are gone', () => {
    const gone = new ArrayBuffer(8)
    structuredClone(gone, { transfer: [gone] })
    for (const bytes of [new Uint8Array([0xff, 0xfe]), gone, new DataView(new ArrayBuffer(2))])
      expect(() => decode(bytes)).not.toThrow()
  })
})
