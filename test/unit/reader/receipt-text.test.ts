import { describe, expect, it } from 'vitest'
import { readReceiptText, startsAsReceipt } from '../../../src/reader/receipt-text.ts'

describe('the text of a receipt', () => {
  it('is read up to what was sent to somebody', () => {
    const head =
      'id:0123456789 sub:001 dlvrd:001 submit date:2601151030 done date:2601151031 stat:UNDELIV err:21b '
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
    [
      'ID:1 Done Date:2601151031\r\nStat:enroute',
      { id: '1', 'done date': '2601151031', stat: 'enroute' },
    ],
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
    [
      'id: 7 sub: 001 done date: 2601151031 stat: UNDELIV err: 27 text:x',
      {
        id: '7',
        sub: '001',
        'done date': '2601151031',
        stat: 'UNDELIV',
        err: '27',
      },
    ],
    ['id: stat: err: Sorry', { id: '', stat: '', err: '' }],
    ['stat: x:y', { stat: '' }],
    [
      'id:1 submit_date:5 Done_Date:6 stat:DELIVRD',
      { id: '1', 'submit date': '5', 'done date': '6', stat: 'DELIVRD' },
    ],
    ['submit-date:5 donedate:6', { 'submit date': '5', 'done date': '6' }],
    ['submit date: done date: 6', { 'submit date': '', 'done date': '6' }],
    [
      'done date:2023-01-01 10:00:01 stat:DELIVRD',
      { 'done date': '2023-01-01 10:00:01', stat: 'DELIVRD' },
    ],
    [
      'done date: 2023-01-01 10:00:01.5 +0200 err:0',
      { 'done date': '2023-01-01 10:00:01.5 +0200', err: '0' },
    ],
    ['done date:2023-01-01 stat:DELIVRD', { 'done date': '2023-01-01', stat: 'DELIVRD' }],
    ['id:1 done date:2023-01-01', { id: '1', 'done date': '2023-01-01' }],
    ['id:1 done date:2023-01-01 10:00', { id: '1', 'done date': '2023-01-01 10:00' }],
    [
      'done date:x2023-01-01 10:00 submit date:2023-01-01T10:00:00 11:00',
      { 'done date': 'x2023-01-01', 'submit date': '2023-01-01T10:00:00' },
    ],
    ['done date:2023-01-01 x10:00 err:0', { 'done date': '2023-01-01', err: '0' }],
    ['done date:2023-01-01 10:00 x+0200 err:0', { 'done date': '2023-01-01 10:00', err: '0' }],
    ['done date:2023-01-01 10:00 +0200x err:0', { 'done date': '2023-01-01 10:00', err: '0' }],
    ['id:1 done update:5', { id: '1' }],
    ['id: err:5', { id: '', err: '5' }],
    ['stat: done date:5', { stat: '', 'done date': '5' }],
    ['id:1 text:x stat:DELIVRD \n', { id: '1', stat: 'DELIVRD' }],
    ['id:2023-01-01 10:00 stat:DELIVRD', { id: '2023-01-01', stat: 'DELIVRD' }],
    ['id:1 date:5 stat:DELIVRD', { id: '1', stat: 'DELIVRD' }],
    ['stat: undone date:5', { stat: 'undone' }],
    ['stat: donee date:5', { stat: 'donee' }],
    ['stat: 2x', { stat: '' }],
    ['stat: x2', { stat: '' }],
    ['id:1 stat:', { id: '1', stat: '' }],
    ['id:1 err: submit', { id: '1', err: '' }],
    ['done date:2601151031 10:00 stat:DELIVRD', { 'done date': '2601151031', stat: 'DELIVRD' }],
  ])('%j holds %j', (text, fields) => expect(readReceiptText(text)).toStrictEqual(fields))

  it.each([
    ['47900Shop^id:1054BC stat:DELIVRD', { id: '1054BC', stat: 'DELIVRD' }],
    ['479?ID:a stat:DELIVRD', { id: 'a', stat: 'DELIVRD' }],
    ['My shop 🦊id: 10 stat:DELIVRD', { id: '10', stat: 'DELIVRD' }],
    ['Žid:5 shop_id:6 9id:7 stat:DELIVRD', { stat: 'DELIVRD' }],
    ['sub:001 Shop^id:5 stat:DELIVRD', { sub: '001', stat: 'DELIVRD' }],
  ])('may stand behind a prefix: %j', (text, fields) =>
    expect(readReceiptText(text)).toStrictEqual(fields),
  )

  it.each([
    ['id:1 text: stat:DELIVRD', { id: '1', stat: 'DELIVRD' }],
    ['text:Hello there stat:DELIVRD err:000 id:1', { stat: 'DELIVRD', err: '000', id: '1' }],
    ['id:1 stat:UNDELIV text:Hi stat:DELIVRD err:5', { id: '1', stat: 'UNDELIV', err: '5' }],
    ['id:1 text:Hi stat:DELIVRD for you', { id: '1' }],
    ['id:1 text:Hi stat:DELIVRD text:x', { id: '1' }],
    ['id:1 text:stat:DELIVRD', { id: '1' }],
    ['id:1 text: stat:DELIVRD stat:UNDELIV', { id: '1', stat: ['DELIVRD', 'UNDELIV'] }],
  ])('may have its message in the middle: %j', (text, fields) =>
    expect(readReceiptText(text)).toStrictEqual(fields),
  )

  it.each([
    ['id:1 stat:DELIVRD err:000 Order id:7 is ready', { id: '1', stat: 'DELIVRD', err: '000' }],
    ['id:1 stat:DELIVRD Your stat:UNDELIV err:27', { id: '1', stat: 'DELIVRD', err: '27' }],
    ['id:1 by:Some Carrier stat:DELIVRD', { id: '1', stat: 'DELIVRD' }],
    ['id:1 stat:DELIVRD Re:x stat:UNDELIV', { id: '1', stat: ['DELIVRD', 'UNDELIV'] }],
  ])('may have its message without a label: %j', (text, fields) =>
    expect(readReceiptText(text)).toStrictEqual(fields),
  )

  it.each([
    ['id:1', true],
    ['Done Date:5', true],
    ['submit_date:5', true],
    ['Shop^id:5 stat:x', true],
    ['text:id:1', false],
    ['text:Shop^id:1', false],
    ['to:5^id:1', true],
    ['to:id:1', false],
    ['Your id:1', false],
    ['id=1&stat=2', false],
    ['submit date', false],
    ['', false],
  ])('%j begins so: %s', (text, expected) => expect(startsAsReceipt(text)).toBe(expected))

  // The usual line is read at once, and one with a second blank word by word.
  it.each([
    'id:1 sub:001 dlvrd:000 submit date:2601151030 done date:260115103105 stat:EXPIRED err:000',
    'id:a:b sub:id:2 dlvrd:001 submit date:1 done date:0 stat:x err:- text:',
    'ID:1 SUB:1 DLVRD:1 Submit Date:2601151030 Done Date:2601151031 Stat:delivrd Err:0 Text:id:2 x',
    'id:1 sub:1 dlvrd:1 submit date:2601151030 done date:2601151031 stat:DELIVRD err:0 id:2 text:',
    'id:1 sub:1 dlvrd:1 submit date:2026-01-15 10:30 done date:2601151031 stat:DELIVRD err:0 text:',
    'id:1 sub: dlvrd:1 submit date:2601151030 done date:2601151031 stat:DELIVRD err:0 text:',
    'id:1\0 sub:1 dlvrd:1 submit date:2601151030 done date:2601151031 stat:DELIVRD err:0 text:\0',
  ])('%j says the same with more blanks in it', (line) =>
    expect(readReceiptText(line)).toStrictEqual(readReceiptText(line.replaceAll(' ', '  '))),
  )
})
