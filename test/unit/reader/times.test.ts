import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTime as read, TIME_FORMATS, type TimeFormat } from '../../../src/reader/times.ts'

const readTime = (value: unknown, format: TimeFormat, zone: string) => {
  const at = read(value, TIME_FORMATS[format], zone)
  return Number.isNaN(at) ? undefined : at
}
const iso = (value: unknown, format: TimeFormat, zone = 'UTC') => {
  const at = readTime(value, format, zone)
  return at === undefined ? undefined : new Date(at).toISOString()
}
const two = (n: number) => String(n).padStart(2, '0')

/** Instants of this century, which is all that two digits of a year can tell. */
const instants = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2099-12-31T23:59:59.999Z'),
  noInvalidDate: true,
})

describe('iso8601', () => {
  it.each([
    ['2024-09-18T21:12:08Z', '2024-09-18T21:12:08.000Z'],
    ['2024-09-18T21:12Z', '2024-09-18T21:12:00.000Z'],
    ['2024-09-18 21:12:08', '2024-09-18T21:12:08.000Z'],
    ['2024-09-18T21:12:08.5Z', '2024-09-18T21:12:08.500Z'],
    ['2024-09-18T21:12:08,25Z', '2024-09-18T21:12:08.250Z'],
    ['2024-09-18T21:12:08.563495225Z', '2024-09-18T21:12:08.563Z'],
    ['2024-09-18T21:12:08.9999999Z', '2024-09-18T21:12:08.999Z'],
    ['2024-09-18T21:12:08.000+0100', '2024-09-18T20:12:08.000Z'],
    ['2024-09-18T21:12:08+01:00', '2024-09-18T20:12:08.000Z'],
    ['2024-09-18T21:12:08-03:30', '2024-09-19T00:42:08.000Z'],
    ['2024-09-18T21:12:08+02', '2024-09-18T19:12:08.000Z'],
    ['2024-09-18T21:12:08-00:30', '2024-09-18T21:42:08.000Z'],
    ['2020-01-01 15:43:21 +0200', '2020-01-01T13:43:21.000Z'],
    ['2020-01-01 15:43:21.5 -03:30', '2020-01-01T19:13:21.500Z'],
    ['0100-01-01T00:00:00Z', '0100-01-01T00:00:00.000Z'],
    ['1969-12-31T23:59:59Z', '1969-12-31T23:59:59.000Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
  ])('reads %s', (text, expected) => expect(iso(text, 'iso8601')).toBe(expected))

  it.each([
    '',
    ' 2024-09-18T21:12:08Z',
    '2024-09-18T21:12:08Z ',
    '2024-09-18T21:12:08Z\n',
    '2024-09-18',
    '24-09-18T21:12:08Z',
    '2024-9-18T21:12:08Z',
    '2024-09-18_21:12:08Z',
    '2024-09-18T21:12:08.Z',
    '2024-09-18T21:12.5Z',
    '2024-09-18T21:12:08 Z',
    '2024-09-18T21:12:08  +0100',
    '2024-09-18T21:12:08 0100',
    '2024-09-18T21:12:08+1',
    '2024-09-18T21:12:08+24:00',
    '2024-09-18T21:12:08+01:60',
    '2024-09-18T21:12:08+0100[Europe/London]',
    '0000-01-01T00:00:00Z',
    '0099-01-01T00:00:00Z',
    '+002024-09-18T21:12:08Z',
    '２０２４-09-18T21:12:08Z',
  ])('does not read %j', (text) => expect(readTime(text, 'iso8601', 'UTC')).toBeUndefined())

  it('reads whatever Date writes', () => {
    fc.assert(
      fc.property(
        instants,
        (date) => void expect(readTime(date.toISOString(), 'iso8601', 'UTC')).toBe(date.getTime()),
      ),
    )
  })

  it('turns by the offset', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: -1439, max: 1439 }),
        fc.constantFrom(':', ''),
        (date, offset, colon) => {
          const sign = offset < 0 ? '-' : '+'
          const size = Math.abs(offset)
          const text = date
            .toISOString()
            .replace('Z', `${sign}${two(Math.floor(size / 60))}${colon}${two(size % 60)}`)
          expect(readTime(text, 'iso8601', 'Asia/Tokyo')).toBe(date.getTime() - offset * 60_000)
        },
      ),
    )
  })
})

describe('the parts of a time', () => {
  it('are days that the calendar has, in every month, of leap years and others', () => {
    for (const year of [1900, 2000, 2023, 2024, 2100]) {
      for (let month = 0; month <= 13; month++) {
        const days = month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0
        for (let day = 0; day <= 32; day++) {
          const at = readTime(`${year}-${two(month)}-${two(day)}T00:00:00Z`, 'iso8601', 'UTC')
          expect(at, `${year}-${month}-${day}`).toBe(
            day >= 1 && day <= days ? Date.UTC(year, month - 1, day) : undefined,
          )
        }
      }
    }
  })

  it('are hours, minutes and seconds that a clock shows', () => {
    for (let n = 0; n <= 99; n++) {
      const read = (clock: string) =>
        readTime(`2024-02-29 ${clock}`, 'iso8601', 'UTC') !== undefined
      expect(read(`${two(n)}:00:00`)).toBe(n < 24)
      expect(read(`00:${two(n)}:00`)).toBe(n < 60)
      expect(read(`00:00:${two(n)}`)).toBe(n < 60)
    }
  })
})

describe('rfc2822', () => {
  it.each([
    ['Thu, 24 Aug 2023 05:01:45 +0000', '2023-08-24T05:01:45.000Z'],
    ['24 Aug 2023 05:01:45 -0700', '2023-08-24T12:01:45.000Z'],
    ['Sat, 1 Jan 2022 05:01 GMT', '2022-01-01T05:01:00.000Z'],
    ['Sat, 01 Jan 2022 05:01:00 UT', '2022-01-01T05:01:00.000Z'],
    ['Sat, 01 Jan 2022 05:01:00 UTC', '2022-01-01T05:01:00.000Z'],
  ])('reads %s', (text, expected) => expect(iso(text, 'rfc2822', 'Asia/Tokyo')).toBe(expected))

  it.each([
    'Thu, 24 Aug 2023 05:01:45',
    'Thu, 24 aug 2023 05:01:45 +0000',
    'Thu, 24 Foo 2023 05:01:45 +0000',
    'Thu, 24 Bja 2023 05:01:45 +0000',
    'Thu, 31 Feb 2023 05:01:45 +0000',
    'Thu, 24 Aug 23 05:01:45 +0000',
    'Thu, 24 Aug 2023 24:01:45 +0000',
    'Thu, 24 Aug 2023 05:01:45 +2400',
    'Thu, 24 Aug 2023 05:01:45 PST',
    '2023-08-24T05:01:45Z',
  ])('does not read %s', (text) => expect(readTime(text, 'rfc2822', 'UTC')).toBeUndefined())

  it('reads whatever Date writes', () => {
    fc.assert(
      fc.property(instants, (date) => {
        const seconds = Math.floor(date.getTime() / 1000) * 1000
        expect(readTime(date.toUTCString(), 'rfc2822', 'UTC')).toBe(seconds)
        expect(readTime(date.toUTCString().replace('GMT', '-0130'), 'rfc2822', 'UTC')).toBe(
          seconds + 90 * 60_000,
        )
      }),
    )
  })
})

describe('yyMMddHHmm', () => {
  it.each([
    ['2409182112', '2024-09-18T21:12:00.000Z'],
    ['240918211208', '2024-09-18T21:12:08.000Z'],
    ['0001010000', '2000-01-01T00:00:00.000Z'],
    ['9912312359', '2099-12-31T23:59:00.000Z'],
    [2409182112, '2024-09-18T21:12:00.000Z'],
  ])('reads %s', (value, expected) => expect(iso(value, 'yyMMddHHmm')).toBe(expected))

  it.each([
    '',
    '240918211',
    '24091821120',
    '2409182112080',
    '2413182112',
    '2402302112',
    '2409182412',
    '2409182160',
    '240918211260',
    '24-9-18 21',
    240918211,
  ])('does not read %j', (value) => expect(readTime(value, 'yyMMddHHmm', 'UTC')).toBeUndefined())

  it('reads whatever an SMSC writes', () => {
    fc.assert(
      fc.property(instants, fc.boolean(), (date, seconds) => {
        const step = seconds ? 1000 : 60_000
        const digits = date
          .toISOString()
          .replace(/\D/g, '')
          .slice(2, seconds ? 14 : 12)
        expect(readTime(digits, 'yyMMddHHmm', 'UTC')).toBe(Math.floor(date.getTime() / step) * step)
      }),
    )
  })
})

describe('smpp-date', () => {
  it.each([
    ['2601151031', '2026-01-15T10:31:00.000Z'],
    ['141023215253', '2014-10-23T21:52:53.000Z'],
    ['201506201641', '2015-06-20T16:41:00.000Z'],
    ['202601151031', '2026-01-15T10:31:00.000Z'],
    ['20260115103105', '2026-01-15T10:31:05.000Z'],
    ['20011510310512', undefined],
    ['201012101112', '2020-10-12T10:11:12.000Z'],
    ['200115103105', '2020-01-15T10:31:05.000Z'],
    ['2012312359', '2020-12-31T23:59:00.000Z'],
    ['201312312359', '2013-12-31T23:59:00.000Z'],
    ['180711070000012+', '2018-07-11T04:00:00.000Z'],
    ['180711070003912-', '2018-07-11T10:00:03.900Z'],
    ['180711070000048-', '2018-07-11T19:00:00.000Z'],
    ['2023-01-01 10:00:01', '2023-01-01T10:00:01.000Z'],
    ['2023-01-01T10:00:01+02:00', '2023-01-01T08:00:01.000Z'],
  ])('reads %s as %s', (value, expected) => expect(iso(value, 'smpp-date')).toBe(expected))

  it.each([
    '',
    '0000000000',
    '2613151031',
    '202602301031',
    '20260230103105',
    '26011510310',
    '2015062016',
    '19990620164100',
    '190006201641',
    '180711070000049+',
    '181311070000012+',
    '180711070000012R',
    '18071107000012+',
    '2023-02-30 10:00:01',
    '2023-01-01',
  ])('does not read %j', (value) => expect(readTime(value, 'smpp-date', 'UTC')).toBeUndefined())

  it('reads whatever an SMSC writes, in any of four ways', () => {
    fc.assert(
      fc.property(instants, fc.boolean(), fc.boolean(), (date, century, seconds) => {
        // Twelve digits of a time of 2001 to 2012 look like one of 2020.
        fc.pre(!century || seconds || date.getUTCFullYear() > 2012)
        const step = seconds ? 1000 : 60_000
        const digits = date
          .toISOString()
          .replace(/\D/g, '')
          .slice(century ? 0 : 2, seconds ? 14 : 12)
        expect(readTime(digits, 'smpp-date', 'UTC')).toBe(Math.floor(date.getTime() / step) * step)
      }),
    )
  })
})

describe('epoch', () => {
  it.each([
    [1768473065, 'epoch-seconds', '2026-01-15T10:31:05.000Z'],
    ['1768473065', 'epoch-seconds', '2026-01-15T10:31:05.000Z'],
    [1768473065123, 'epoch-milliseconds', '2026-01-15T10:31:05.123Z'],
    ['1768473065123', 'epoch-milliseconds', '2026-01-15T10:31:05.123Z'],
    [0, 'epoch-seconds', '1970-01-01T00:00:00.000Z'],
    ['1768473065.1239', 'epoch-seconds', '2026-01-15T10:31:05.123Z'],
    [1768473065.5, 'epoch-seconds', '2026-01-15T10:31:05.500Z'],
    ['1768473065123.999999', 'epoch-milliseconds', '2026-01-15T10:31:05.123Z'],
  ] as const)('reads %s as %s', (value, format, expected) =>
    expect(iso(value, format, 'Asia/Tokyo')).toBe(expected),
  )

  it('are whole milliseconds, whatever the fraction is in binary', () => {
    for (const [text, at] of [
      ['1.005', 1_005],
      ['1768473065.1239', 1_768_473_065_123],
      ['7.5', 7_500],
    ] as const)
      expect(TIME_FORMATS['epoch-seconds'](text)).toBe(at)
  })

  it.each(['epoch-seconds', 'epoch-milliseconds'] as const)(
    'does not read as %s what is no number, or beyond all dates',
    (format) => {
      for (const value of [
        -1,
        -1.5,
        NaN,
        Infinity,
        1e16,
        1e21,
        '',
        ' 1',
        '1.',
        '.5',
        '1,5',
        '1e3',
        '0x10',
        '9'.repeat(16),
        true,
        5n,
        {},
        null,
      ]) {
        expect(readTime(value, format, 'UTC')).toBeUndefined()
      }
    },
  )
})

describe('readTime', () => {
  it('takes a Date as it is, whatever the format', () => {
    fc.assert(
      fc.property(
        instants,
        fc.constantFrom('iso8601', 'rfc2822', 'yyMMddHHmm', 'epoch-seconds'),
        (date, format) => void expect(readTime(date, format, 'Asia/Tokyo')).toBe(date.getTime()),
      ),
    )
    expect(readTime(new Date(NaN), 'iso8601', 'UTC')).toBeUndefined()
    expect(readTime(Object.create(Date.prototype), 'iso8601', 'UTC')).toBeUndefined()
  })

  it('is quick about long text', () => {
    const long = '1'.repeat(5_000_000)
    for (const format of [
      'iso8601',
      'rfc2822',
      'yyMMddHHmm',
      'smpp-date',
      'epoch-seconds',
      'epoch-milliseconds',
    ] as const) {
      expect(readTime(long, format, 'UTC')).toBeUndefined()
    }
  })

  it('reads a time without a zone in the zone that is given', () => {
    expect(iso('2024-07-01 12:00:00', 'iso8601', 'Europe/London')).toBe('2024-07-01T11:00:00.000Z')
    expect(iso('2024-01-01 12:00:00', 'iso8601', 'Europe/London')).toBe('2024-01-01T12:00:00.000Z')
    expect(iso('2401011200', 'yyMMddHHmm', 'Asia/Kolkata')).toBe('2024-01-01T06:30:00.000Z')
    expect(iso('2024-01-01T12:00:00Z', 'iso8601', 'Asia/Kolkata')).toBe('2024-01-01T12:00:00.000Z')
  })
})

describe('each format', () => {
  it.each(Object.keys(TIME_FORMATS) as TimeFormat[])('answers NaN to what is no %s', (format) => {
    for (const text of ['', 'x', '0000-00-00 00:00'])
      expect(TIME_FORMATS[format](text, 'UTC')).toBeNaN()
  })

  it('reads no digits of SMPP with anything beside them', () => {
    for (const text of [
      'x2601151031',
      '2601151031x',
      '26011510311',
      '26011:1031',
      '2601151031 ',
      '2601151031 1',
      ' 10115103100',
    ])
      expect(TIME_FORMATS['smpp-date'](text, 'UTC')).toBeNaN()
  })

  it('takes an ISO time to the minute for a date of SMPP', () => {
    const at = Date.UTC(2024, 8, 18, 21, 12)
    expect(readTime('2024-09-18 21:12', 'smpp-date', 'UTC')).toBe(at)
    for (const text of ['240918211208504', '2401011010101000+', '240918211208504+0'])
      expect(readTime(text, 'smpp-date', 'UTC')).toBeUndefined()
    expect(readTime('2024-09-18 21:12Z', 'smpp-date', '+02:00')).toBe(at)
    expect(readTime('2024-09-18T21:12 +01:00', 'iso8601', 'UTC')).toBe(at - 3_600_000)
  })
})
