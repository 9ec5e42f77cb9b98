import { describe, expect, it, test } from 'vitest'
import { at, callback, command, file, lines, nameOf, piecesOf } from './command.ts'

describe('options', () => {
  it.each([
    [at('09:04:59'), 'sent'],
    [String(Date.parse(at('09:05:00'))), 'expired'],
    ['2026-11-21T09:05', 'expired'],
  ])('--flow and --now %s make it %s', async (now, status) => {
    const input = lines.split('\n').slice(0, 2).join('\n')
    const { out, summary } = await command(['--flow', 'otp', '--now', now], { input })
    expect(out).toMatch(new RegExp(`^login-1\t${status}\t`))
    expect(summary).toContain('policy otp, as of 2026-11-21 09:0')
  })

  it('--now as a date is its midnight, in --time-zone', async () => {
    const asOf = async (...args: string[]) =>
      (await command(['--now', '2026-11-20', ...args])).summary.match(/as of (.*)\n$/)?.[1]
    expect(await asOf()).toBe('2026-11-20 00:00:00 UTC')
    expect(await asOf('--time-zone', 'Europe/Berlin')).toBe(
      '2026-11-20 00:00:00 +01:00 Europe/Berlin',
    )
  })

  it('--policy reads a policy', async () => {
    const policy = file(
      'policy.json',
      JSON.stringify({ extends: 'otp', name: 'patient', window: 600_000 }),
    )
    const { out, summary } = await command(['--policy', policy], {
      input: lines.split('\n').slice(0, 2).join('\n'),
    })
    expect(out).toMatch(/^login-1\texpired\t2026-11-21 09:10:00\tclock\tsettled/)
    expect(summary).toContain('policy patient, as of')
  })

  it('--message shows that one, also by ties that come later', async () => {
    const { code, out, summary } = await command(['--message', 'login-1'], { input: lines })
    expect(out).toMatch(/^login-1\tdelivered\t.*\n$/)
    expect(summary).toMatch(/^1 message: 1 delivered\n/)
    expect(code).toBe(0)
  })

  it('--message that nobody heard of is told', async () => {
    const { code, out, err } = await command(['--message', 'login-2', '--json'], { input: lines })
    expect({ code, out, err }).toEqual({
      code: 1,
      out: '',
      err: 'sms-delivery-state: no receipt is of the message "login-2"\n',
    })
  })

  test.each([
    [
      'of the provider, where nothing ties it',
      nameOf('2').slice('twilio:'.length),
      `; is it ${nameOf('2')}?`,
    ],
    [
      'of the provider, where it is tied to a message',
      nameOf('1').slice('twilio:'.length),
      '; is it login-1?',
    ],
    ['that ends one of ours', '7', '; is it order:7?'],
    ['that ends several', '8', ''],
    ['that ends one, but not after a colon', '0002', ''],
  ])('--message with an id %s', async (_, id, guess) => {
    const others = ['order:7', 'order:8', 'parcel:8'].map((messageId) =>
      JSON.stringify({ messageId, body: callback(messageId.slice(-1), 'sent') }),
    )
    const { code, err } = await command(['--message', id], { input: [lines, ...others].join('\n') })
    expect({ code, err }).toEqual({
      code: 1,
      err: `sms-delivery-state: no receipt is of the message "${id}"${guess}\n`,
    })
  })

  it('--json prints states and nothing else', async () => {
    const { out } = await command(['--json'], { input: lines, isTTY: true })
    const states = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(states).toMatchObject([
      {
        id: 'login-1',
        messageId: 'login-1',
        status: 'delivered',
        deliveredAt: Date.parse(at('09:07:03')),
      },
      { id: nameOf('2'), status: 'undelivered' },
    ])
    expect(states[0]).not.toHaveProperty('timeline')
  })

  it('--explain tells the story', async () => {
    const { out, summary } = await command(
      ['--explain', '--message', 'login-1', '--flow', 'otp', '--time-zone', 'Europe/Berlin'],
      {
        input: lines,
      },
    )
    expect(out).toMatch(/^login-1\n───────\n2026-11-21 \(UTC\+01:00\), Europe\/Berlin\n/)
    expect(out).toContain('10:07:03.000  +7min3s  delivered  twilio  late')
    expect(summary).toMatch(/^1 message: 1 uncertain\n[^]* 13:00:00 \+01:00 Europe\/Berlin\n$/)
  })

  it('--explain with --json adds the timeline', async () => {
    const { out } = await command(['--explain', '--json', '--message', 'login-1'], { input: lines })
    const { timeline } = JSON.parse(out) as { timeline: { status: string; verdict: string }[] }
    expect(timeline.map(({ status, verdict }) => `${status} ${verdict}`)).toEqual([
      'queued advanced',
      'sent advanced',
      'delivered advanced',
    ])
  })

  it('--explain knows attempts that name no message themselves', async () => {
    const input = ['1', '2']
      .map((attemptId) => JSON.stringify({ attemptId, body: callback('1', 'sent') }))
      .join('\n')
    const { code, out } = await command(['--explain'], { input })
    expect(out).toContain('Attempts: 1')
    expect(code).toBe(0)
  })

  it('--receipt-zone is of times in receipts, --time-zone of those that are printed', async () => {
    const input = JSON.stringify({
      receivedAt: '2026-11-21T09:00',
      body: `${callback('1', 'delivered')}&RawDlrDoneDate=2611210900`,
    })
    const since = async (...args: string[]) => (await command(args, { input })).out.split('\t')[2]
    expect(await since()).toBe('2026-11-21 09:00:00')
    expect(await since('--time-zone', 'Europe/Berlin')).toBe('2026-11-21 10:00:00 +01:00')
    expect(await since('--receipt-zone', '+02:00')).toBe('2026-11-21 07:00:00')
    const { out } = await command(['--json', '--receipt-zone', 'Europe/Berlin'], { input })
    expect(JSON.parse(out)).toMatchObject({ deliveredAt: Date.parse(at('08:00:00')) })
  })

  it('--provider, of the command or of the item, says more about what is damaged', async () => {
    const damaged = 'MessageStatus=sent'
    const told = async (args: string[], input: string) => (await command(args, { input })).err
    expect(await told([], damaged)).toContain('undetected-provider')
    expect(await told(['--provider', 'twilio'], damaged)).toContain('twilio: ')
    expect(await told([], JSON.stringify({ provider: 'twilio', body: damaged }))).toContain(
      'twilio: ',
    )
    expect(await told([], JSON.stringify({ provider: 'pigeon', body: damaged }))).toContain(
      'provider must be one of',
    )
  })

  it('--help and --version print, and read nothing', async () => {
    const input = (async function* (): AsyncGenerator<Uint8Array> {
      yield* piecesOf('', 1)
      throw await Promise.resolve(new Error('was read'))
    })()
    expect((await command(['--version'], { input })).out).toMatch(/^\d+\.\d+\.\d+\n$/)
    const { code, out } = await command(['-h'], { input })
    expect(out).toMatch(/^Usage: sms-delivery-state/)
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(140)
    expect(code).toBe(0)
  })
})
