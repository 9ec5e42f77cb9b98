import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { callback, command, file } from './command.ts'

const NOW = '--now must be an ISO 8601 time or ms since the epoch'

describe('misuse is one line on stderr, and exit code 2', () => {
  test.each([
    [['--frobnicate'], `Unknown option '--frobnicate'`],
    [['--now'], `Option '--now <value>' argument missing`],
    [
      ['--now', 'tomorrow'],
      `${NOW}, got "tomorrow". Write it like 2026-11-20, 2026-11-20T12:00Z or 1795176000000.`,
    ],
    [
      ['--now', '2026-11-31'],
      `${NOW}, got "2026-11-31T00:00". Write it like 2026-11-20, 2026-11-20T12:00Z or 1795176000000.`,
    ],
    [['--now', '1795170000'], `${NOW}, got "1795170000". That is in seconds, it seems.`],
    [
      ['--now', '1795170000000000'],
      `${NOW}, got "1795170000000000". That is in microseconds, it seems.`,
    ],
    [
      ['--flow', 'constructor'],
      '--flow must be one of otp, alert, notification, got "constructor"',
    ],
    [
      ['--flow', 'otp', '--policy', 'x'],
      '--flow and --policy exclude each other; give one of them',
    ],
    [
      ['--time-zone', 'Mars/Olympus'],
      '--time-zone must be an IANA time zone such as Europe/Berlin, got "Mars/Olympus"',
    ],
    [
      ['--receipt-zone', '2'],
      '--receipt-zone must be an IANA time zone such as Europe/Berlin or an offset such as +02:00, got "2"',
    ],
    [['no-such-file'], 'no-such-file cannot be read: there is no such file'],
    [['src'], 'src cannot be read: it is a folder'],
    [['--policy', 'no-such-file'], '--policy no-such-file cannot be read: there is no such file'],
    [['--policy', 'LICENSE'], '--policy LICENSE is not JSON'],
    [['--issues', 'src'], '--issues src cannot be written: it is a folder'],
    [['--csv', '--json'], '--csv and --json exclude each other; give one of them'],
    [['--explain', '--csv'], '--explain and --csv exclude each other; give one of them'],
    [['--explain', '--metrics'], '--explain and --metrics exclude each other; give one of them'],
    [['--group-by', 'flow'], '--group-by is for --metrics and --html; add one of them'],
    [
      ['--metrics', '--group-by', 'phone'],
      '--group-by must be one of provider, flow, country-code, got "phone"',
    ],
    [['--html', 'src'], '--html src cannot be written: it is a folder'],
    [
      ['--html', '-'],
      '--html - would mix the page with the result on the standard output; name a file',
    ],
    [
      ['--issues', '-'],
      '--issues - would mix issues with the result on the standard output; name a file',
    ],
  ])('%j', async (args, message) => {
    expect(await command(args)).toMatchObject({
      code: 2,
      out: '',
      err: `sms-delivery-state: ${message}\n`,
    })
  })

  it('of a provider names those that there are', async () => {
    expect((await command(['--provider', 'pigeon'])).err).toMatch(
      /^sms-delivery-state: --provider must be one of .*twilio.*, got "pigeon"\n$/,
    )
  })

  it('of a policy says what is wrong with it', async () => {
    const policy = file(
      'policy.json',
      JSON.stringify({ extends: 'otp', name: 'quick', window: -1 }),
    )
    const { code, err } = await command(['--policy', policy])
    expect(err).toMatch(/^sms-delivery-state: --policy .*policy\.json: .*window.*\n$/)
    expect(code).toBe(2)
  })

  it('comes before anything is read or written', async () => {
    const issues = file('issues.ndjson', 'from an earlier run')
    const { code, out } = await command([
      file('receipts.log', callback('1', 'sent')),
      'no-such-file',
      '--issues',
      issues,
    ])
    expect({ code, out, kept: readFileSync(issues, 'utf8') }).toEqual({
      code: 2,
      out: '',
      kept: 'from an earlier run',
    })
  })
})
