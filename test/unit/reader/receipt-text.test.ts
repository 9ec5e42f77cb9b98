import { describe, expect, it } from 'vitest'
import { readReceiptText } from '../../../src/reader/receipt-text.ts'

describe('the text of a receipt', () => {
  it('is read up to what was sent to somebody', () => {
    const head = 'id:0123456789 sub:001 dlvrd:001 submit date:2601151030 done date:2601151031 stat:UNDELIV err:21b '
    for (const label of ['text:', 'Text:', 'TEXT:', 'text: ']) {
      expect(readReceiptText(`${head}${label}Hi stat:DELIVRD id:2 err:000`)).toStrictEqual({
        id: '0123456789',
        sub: '001',
        dlvrd: '001',
        'submit date': '2601151030',
        'done date': '2601151031',
        stat: 'UNDELIV',
        err: '21b',
      })
    }
  })

  it.each([
    ['stat:DELIVRD', { stat: 'DELIVRD' }],
    ['err:000 stat:DELIVRD id:a:b', { err: '000', stat: 'DELIVRD', id: 'a:b' }],
    ['ID:1 Done Date:2601151031\r\nStat:enroute', { id: '1', 'done date': '2601151031', stat: 'enroute' }],
    [
      'id:1 submit date: done date: stat:EXPIRED err: text:',
      { id: '1', 'submit date': '', 'done date': '', stat: 'EXPIRED', err: '' },
    ],
    ['id:1 stat:DELIVRD\0', { id: '1', stat: 'DELIVRD' }],
    ['\0i\0d\0:\x001', { id: '1' }],
    ['to:5 id:1 x:y stat:DELIVRD', { id: '1', stat: 'DELIVRD' }],
    ['id:1 stat:DELIVRD id:2 id:3', { id: ['1', '2', '3'], stat: 'DELIVRD' }],
    ['362d9701 2', {}],
    ['mid:1 restat:DELIVRD undone date:5', {}],
    ['', {}],
  ])('%j holds %j', (text, fields) => expect(readReceiptText(text)).toStrictEqual(fields))

  it('may be long', () => {
    for (const part of ['x', ' ', 'id', 'id:', ' id:1', ' submit ', '\0']) {
      expect(() => readReceiptText(part.repeat(1_000_000))).not.toThrow()
    }
  })
})
