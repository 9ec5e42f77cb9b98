import { mergeSummaries, totalOf, type Summary } from 'sms-delivery-state/metrics'
import { describe, expect, it } from 'vitest'
import { at, callback, command, lines } from './command.ts'

/**
 * Ten messages, each with its submission: nine are delivered after i + 1 seconds, the last is not.
 */
const log = Array.from({ length: 10 }, (_, i) => {
  const message = {
    messageId: `m${i}`,
    attemptId: '1',
    country: i < 4 ? 'EE' : undefined,
    flow: i < 2 ? 'otp' : undefined,
  }
  const start = Date.parse(at('09:00'))
  return [
    {
      ...message,
      receivedAt: start,
      provider: 'canonical',
      body: { status: 'pending', provider: 'twilio' },
    },
    ...(i < 9
      ? [
          {
            ...message,
            receivedAt: start + (i + 1) * 1_000,
            body: callback(String(i), 'delivered'),
          },
        ]
      : []),
  ]
})
  .flat()
  .map((item) => JSON.stringify(item))
  .join('\n')

describe('--metrics', () => {
  it('prints rates and times in place of the messages', async () => {
    const { code, out, summary } = await command(['--metrics'], { input: log })
    const [name, ...cells] = out.trimEnd().split('\t')
    expect([name, ...cells.slice(0, 6)]).toEqual([
      'all',
      '10',
      '90.0 %',
      '59.6 % to 98.2 %',
      '100.0 %',
      '90.0 %',
      '0.0 %',
    ])
    expect(cells.slice(8)).toEqual(['-', '-'])
    const [p50, p90] = cells.slice(6).map((cell) => Number(/^([\d.]+) s$/.exec(cell)?.[1]))
    expect(p50).toBeCloseTo(5, 0)
    expect(p90).toBeCloseTo(9, 0)
    expect(summary).toMatch(/^10 messages: 9 delivered, 1 open\n/)
    expect(code).toBe(0)
  })

  it('on a terminal has a heading, a row for all, and the summary under it', async () => {
    const { out } = await command(['--metrics', '--group-by', 'country-code'], {
      input: log,
      isTTY: true,
    })
    const rows = out.split('\n').map((line) => line.split(/ {2,}/).slice(0, 2))
    expect(rows.slice(0, 5)).toEqual([
      ['group', 'messages'],
      ['-', '6'],
      ['EE', '4'],
      ['all', '10'],
      [''],
    ])
    expect(out).toMatch(/\n\n10 messages: 9 delivered, 1 open\n/)
  })

  it.each([
    ['provider', { twilio: 10 }],
    ['flow', { notification: 8, otp: 2 }],
    ['country-code', { '': 6, EE: 4 }],
  ])('--group-by %s counts %j', async (key, expected) => {
    const { out } = await command(['--metrics', '--group-by', key, '--csv'], { input: log })
    const [head, ...rows] = out.trimEnd().split('\r\n')
    expect(head).toMatch(/^group,messages,delivered,delivered_low,/)
    const counts = rows.map((row) => row.split(',').slice(0, 2))
    expect(Object.fromEntries(counts.map(([group, count]) => [group, Number(count)]))).toEqual(
      expected,
    )
  })

  it('--csv has shares from 0 to 1 and times in ms', async () => {
    const [, row = ''] = (await command(['--metrics', '--csv'], { input: log })).out.split('\r\n')
    const cells = row.split(',')
    expect(cells.slice(0, 8)).toEqual(['', '10', '0.9', '0.5958', '0.9821', '1', '0.9', '0'])
    expect(Number(cells[8])).toBeGreaterThan(4_900)
    expect(cells.slice(10)).toEqual(['', ''])
  })

  it('--json prints a summary that adds up with others', async () => {
    const summaryOf = async (input: string) =>
      JSON.parse((await command(['--metrics', '--json'], { input })).out) as Summary
    const sum = mergeSummaries(await summaryOf(log), await summaryOf(lines))
    expect(totalOf(sum).messages).toBe(12)
  })

  it('of nothing is no row', async () => {
    expect(await command(['--metrics'])).toMatchObject({ code: 0, out: '' })
  })
})
