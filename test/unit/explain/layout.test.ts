import { describe, expect, test } from 'vitest'
import { durationText, offsetText } from '../../../src/explain/duration.ts'
import { columns, hanging, printable } from '../../../src/explain/layout.ts'

describe('a length of time', () => {
  test.each([
    [0, '0 ms'],
    [0.4, '0 ms'],
    [999, '999 ms'],
    [1_000, '1 s'],
    [2_199, '2.1 s'],
    [59_999, '59.9 s'],
    [60_000, '1 min'],
    [123_000, '2 min 3 s'],
    [3_600_000, '1 h'],
    [3_659_000, '1 h'],
    [97_200_000, '1 d 3 h'],
    [259_200_000, '3 d'],
    [1e300, 'ages'],
    [Infinity, 'ages'],
  ])('%s ms is %s', (ms, text) => expect(durationText(ms)).toBe(text))

  test('in a column it has a sign and no spaces', () =>
    expect([0, 850, 123_000, -3_600_000].map((ms) => offsetText(ms))).toEqual([
      '',
      '+850ms',
      '+2min3s',
      '-1h',
    ]))
})

describe('columns', () => {
  test('are aligned, and empty ones are left out', () =>
    expect(
      columns(
        [
          ['1', '', 'a', 'x'],
          ['10', '', 'bcd', 'y'],
        ],
        [0],
      ),
    ).toEqual([[' 1  a    x'], ['10  bcd  y']]))

  test('may have more rows than a call has arguments', () =>
    expect(columns(Array.from({ length: 200_000 }, (_, i) => [`${i}`, 'x'])).at(0)).toEqual([
      '0       x',
    ]))

  test('wrap the last one under itself, and a number stays with its unit', () =>
    expect(hanging('Why: ', `${'word '.repeat(20)}then 3 s later`)).toEqual([
      `Why: ${'word '.repeat(20)}then`,
      '     3 s later',
    ]))
})

describe('text of others', () => {
  test.each([
    ['twilio', 'twilio'],
    ['a\nb\u001b[31m', 'a b [31m'],
    ['\u202eabc', 'abc'],
    ['SM00000000000000000000000000000b01', 'SM0000…00b01'],
  ])('%j prints as %s', (text, shown) => expect(printable(text, 12)).toBe(shown))
})
