import { existsSync, readFileSync } from 'node:fs'
import { Writable } from 'node:stream'
import { describe, expect, it, test } from 'vitest'
import { run } from '../../../src/cli/run.ts'
import { callback, command, file, nameOf, piecesOf } from './command.ts'

const at = (time: string): string => `2026-11-21T${time}Z`

/** A submission that answers with the provider's id, and what came of it. */
const log = [
  { receivedAt: at('09:00:02'), body: callback('1', 'sent') },
  { receivedAt: at('09:00:00'), messageId: 'login-1', attemptId: '1', source: 'response', body: callback('1', 'queued') },
  { receivedAt: at('09:07:03'), body: callback('1', 'delivered') },
  { receivedAt: at('09:00:01'), body: `${callback('2', 'undelivered')}&ErrorCode=30003` },
]
const lines = log.map((each) => JSON.stringify(each)).join('\n')

describe('a log', () => {
  const expected = [
    'login-1\tdelivered\t2026-11-21 09:07:03\treceipt\tsettled\tdone\t-',
    `${nameOf('2')}\tundelivered\t2026-11-21 09:00:01\treceipt\t-\tresend\tunreachable 30003`,
    '',
    '2 messages: 1 delivered, 1 failed',
    'by status: 1 delivered, 1 undelivered',
    '4 receipts, 0 issues, 0 conflicts',
    'policy notification (unless told by --flow or --policy), as of 2026-11-21 12:00:00 UTC',
    '',
  ].join('\n')

  test.each([
    ['of a JSON object a line', lines],
    ['with a byte order mark, CRLF and blank lines', `\uFEFF\r\n${lines.replaceAll('\n', '\r\n\r\n')}\r\n`],
    ['in another order, with repeats', [...lines.split('\n').reverse(), lines].join('\n')],
    ['as an array', JSON.stringify(log)],
    ['as an array over many lines', JSON.stringify(log, null, 2)],
    ['as an array a line', log.map((each) => JSON.stringify([each])).join('\n')],
  ])('%s gives a line a message', async (_, input) => {
    for (const chunk of [1, 13, 100_000]) {
      const { code, out, err } = await command([], { input, chunk })
      expect(out.replace('8 receipts', '4 receipts')).toBe(expected)
      expect({ code, err }).toEqual({ code: 0, err: '' })
    }
  })

  it('may be raw, and in several files', async () => {
    const [one, two] = [
      file('forms.log', `${callback('1', 'sent')}\n`),
      file('two.json', JSON.stringify([callback('1', 'delivered')])),
    ]
    const { code, out } = await command([one, '-', two], { input: callback('2', 'queued') })
    expect(out.split('\n').slice(0, 2)).toEqual([
      `${nameOf('1')}\tdelivered\t-\treceipt\tsettled\tdone\t-`,
      `${nameOf('2')}\tqueued\t-\treceipt\t-\twait\t-`,
    ])
    expect(code).toBe(0)
  })

  it('of nothing is no message', async () => {
    const { code, out } = await command([])
    expect(out).toMatch(/^\n0 messages\n0 receipts, 0 issues, 0 conflicts\npolicy /)
    expect(code).toBe(0)
  })

  it('is aligned on a terminal', async () => {
    const { out } = await command([], { input: lines, isTTY: true })
    const [head, one, two] = out.split('\n')
    expect(head).toMatch(/^message +status +since +by +settled +do next +notes$/)
    for (const word of ['delivered', '2026', 'receipt', 'done']) expect(one).toContain(`  ${word}`)
    expect(one?.indexOf('receipt')).toBe(two?.indexOf('receipt'))
  })

  it('cannot speak to the terminal, or break a line', async () => {
    const { out } = await command([], { input: JSON.stringify({ messageId: 'a\n\u001b[2Jb\tc', body: callback('1', 'sent') }) })
    expect(out.split('\n')[0]).toMatch(/^a \[2Jb c\tsent\t/)
  })

  it('keeps characters that are cut in two', async () => {
    const { out } = await command([], { input: JSON.stringify({ messageId: 'é😀', body: callback('1', 'sent') }), chunk: 1 })
    expect(out).toMatch(/^é😀\tsent/)
  })
})

describe('options', () => {
  it.each([
    [at('09:04:59'), 'sent'],
    [String(Date.parse(at('09:05:00'))), 'expired'],
    ['2026-11-21T09:05', 'expired'],
  ])('--flow and --now %s make it %s', async (now, status) => {
    const input = lines.split('\n').slice(0, 2).join('\n')
    const { out } = await command(['--flow', 'otp', '--now', now], { input })
    expect(out).toMatch(new RegExp(`^login-1\t${status}\t`))
    expect(out).toContain('policy otp, as of 2026-11-21 09:0')
  })

  it('--policy reads a policy', async () => {
    const policy = file('policy.json', JSON.stringify({ extends: 'otp', name: 'patient', window: 600_000 }))
    const { out } = await command(['--policy', policy], { input: lines.split('\n').slice(0, 2).join('\n') })
    expect(out).toMatch(/^login-1\texpired\t2026-11-21 09:10:00\tclock\tsettled/)
    expect(out).toContain('policy patient, as of')
  })

  it('--message shows that one, also by ties that come later', async () => {
    const { code, out } = await command(['--message', 'login-1'], { input: lines })
    expect(out).toMatch(/^login-1\tdelivered\t.*\n\n1 message: 1 delivered\n/)
    expect(code).toBe(0)
  })

  it('--message that nobody heard of is told', async () => {
    const { code, out, err } = await command(['--message', 'login-2', '--json'], { input: lines })
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: 'sms-delivery-state: no receipt is of the message "login-2"\n' })
  })

  it('--json prints states and nothing else', async () => {
    const { out } = await command(['--json'], { input: lines, isTTY: true })
    const states = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(states).toMatchObject([
      { id: 'login-1', messageId: 'login-1', status: 'delivered', deliveredAt: Date.parse(at('09:07:03')) },
      { id: nameOf('2'), status: 'undelivered' },
    ])
    expect(states[0]).not.toHaveProperty('timeline')
  })

  it('--explain tells the story', async () => {
    const { out } = await command(['--explain', '--message', 'login-1', '--flow', 'otp', '--time-zone', 'Europe/Berlin'], {
      input: lines,
    })
    expect(out).toMatch(/^login-1\n───────\n2026-11-21 \(UTC\+01:00\), Europe\/Berlin\n/)
    expect(out).toContain('10:07:03.000  +7min3s  delivered  twilio  late')
    expect(out).toMatch(/\n\n1 message: 1 uncertain\n[^]* 13:00:00 \+01:00 Europe\/Berlin\n$/)
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
    const input = ['1', '2'].map((attemptId) => JSON.stringify({ attemptId, body: callback('1', 'sent') })).join('\n')
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
    expect(await told([], damaged)).toContain('undetected_provider')
    expect(await told(['--provider', 'twilio'], damaged)).toContain('twilio: ')
    expect(await told([], JSON.stringify({ provider: 'twilio', body: damaged }))).toContain('twilio: ')
    expect(await told([], JSON.stringify({ provider: 'pigeon', body: damaged }))).toContain('provider must be one of')
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

describe('issues', () => {
  const broken = [
    '{"MessageSid":',
    callback('1', 'teleported'),
    'hello',
    JSON.stringify({ receivedAt: 'yesterday', body: callback('1', 'sent') }),
    JSON.stringify({ messageId: '', body: callback('1', 'sent') }),
  ]

  it('do not stop the rest, are told, and give exit code 1', async () => {
    const { code, out, err } = await command([], { input: [...broken, callback('1', 'delivered')].join('\n') })
    expect(out).toMatch(new RegExp(`^${nameOf('1')}\tdelivered\t`))
    expect(out).toContain('1 receipt, 5 issues')
    expect(err.trimEnd().split('\n')).toEqual([
      '-:1: not_json: this is no JSON',
      '-:2: unrecognised_status: twilio: MessageStatus "teleported" is not a status that we know',
      '-:3: undetected_provider: any: no provider that we know sends this',
      expect.stringMatching(/^-:4: invalid: receivedAt must be an ISO 8601 time .* got "yesterday"\. /),
      expect.stringMatching(/^-:5: invalid: anyProvider\.parse: context\.messageId must be a text that is not empty, got ""\. /),
    ])
    expect(code).toBe(1)
  })

  it('beyond the first few are counted', async () => {
    const { err } = await command([], { input: [...broken, ...broken].join('\n') })
    expect(err.split('\n').slice(5)).toEqual(['… and 5 more issues; --issues FILE keeps them all', ''])
  })

  it('are written to a file as they were received, a line each', async () => {
    const issues = file('issues.ndjson', 'from an earlier run')
    const log = file('receipts.log', `\n${broken.join('\r\n')}\r\n[{"MessageSid":"SM1"},3]\n`)
    expect((await command([log, '--issues', issues])).out).toContain('0 receipts, 7 issues')
    const written = readFileSync(issues, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { text: string })
    expect(written.map(({ text }) => text)).toEqual([...broken, '[{"MessageSid":"SM1"},3]'])
    expect(written.slice(1, 2)).toEqual([
      {
        file: log,
        line: 3,
        issues: [
          {
            code: 'unrecognised_status',
            message: 'twilio: MessageStatus "teleported" is not a status that we know',
            path: ['MessageStatus'],
            received: 'teleported',
          },
        ],
        text: callback('1', 'teleported'),
      },
    ])
    expect(written.at(-1)).toMatchObject({ line: 7, issues: [{ path: [0] }, { path: [1] }] })
  })

  it.runIf(existsSync('/dev/full'))('that cannot be written end the command', async () => {
    const { code, out, err } = await command(['--issues', '/dev/full'], { input: 'hello' })
    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: 'sms-delivery-state: --issues /dev/full cannot be written: ENOSPC\n',
    })
  })

  it('a line of a hundred megabytes is one', async () => {
    const input = (async function* (): AsyncGenerator<Uint8Array> {
      const chunk = new Uint8Array(1_000_000).fill(120)
      yield* piecesOf(`${callback('1', 'sent')}\n`, 100)
      for (let i = 0; i < 100; i++) yield chunk
      yield* piecesOf(`\n${callback('1', 'delivered')}`, 100)
    })()
    const { code, out, err } = await command([], { input })
    expect(err).toBe('-:2: too_long: this is too long for a receipt\n')
    expect(out).toContain('2 receipts, 1 issue')
    expect(code).toBe(1)
  })
})

describe('misuse is one line on stderr, and exit code 2', () => {
  test.each([
    [['--frobnicate'], `Unknown option '--frobnicate'`],
    [['--now'], `Option '--now <value>' argument missing`],
    [['--now', 'tomorrow'], '--now must be an instant such as 2026-11-20T12:00:00Z or 1795176000000, got "tomorrow"'],
    [['--flow', 'constructor'], '--flow must be one of otp, alert, notification, got "constructor"'],
    [['--flow', 'otp', '--policy', 'x'], '--flow and --policy exclude each other; give one of them'],
    [['--time-zone', 'Mars/Olympus'], '--time-zone must be a time zone such as Europe/Berlin, got "Mars/Olympus"'],
    [['--receipt-zone', '2'], '--receipt-zone must be a time zone such as Europe/Berlin, got "2"'],
    [['no-such-file'], 'no-such-file cannot be read: there is no such file'],
    [['src'], 'src cannot be read: it is a folder'],
    [['--policy', 'no-such-file'], '--policy no-such-file cannot be read: there is no such file'],
    [['--policy', 'LICENSE'], '--policy LICENSE is not JSON'],
    [['--issues', 'src'], '--issues src cannot be written: it is a folder'],
    [['LICENSE', '--issues', './LICENSE'], '--issues ./LICENSE is one of the files to read'],
  ])('%j', async (args, message) => {
    expect(await command(args)).toEqual({ code: 2, out: '', err: `sms-delivery-state: ${message}\n` })
  })

  it('of a provider names those that there are', async () => {
    expect((await command(['--provider', 'pigeon'])).err).toMatch(
      /^sms-delivery-state: --provider must be one of .*twilio.*, got "pigeon"\n$/,
    )
  })

  it('of a policy says what is wrong with it', async () => {
    const policy = file('policy.json', JSON.stringify({ extends: 'otp', name: 'quick', window: -1 }))
    const { code, err } = await command(['--policy', policy])
    expect(err).toMatch(/^sms-delivery-state: --policy .*policy\.json: .*window.*\n$/)
    expect(code).toBe(2)
  })

  it('comes before anything is read or written', async () => {
    const issues = file('issues.ndjson', 'from an earlier run')
    const { code, out } = await command([file('receipts.log', callback('1', 'sent')), 'no-such-file', '--issues', issues])
    expect({ code, out, kept: readFileSync(issues, 'utf8') }).toEqual({ code: 2, out: '', kept: 'from an earlier run' })
  })
})

describe('the terminal', () => {
  it('is told how far a long reading is, and the line is taken back', async () => {
    let clock = 0
    const input = (async function* (): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 4; i++) {
        clock += 400
        yield* piecesOf(`${callback('1', 'sent')}\n`, 100)
      }
    })()
    const { err } = await command([], { input, isTTY: true, now: () => clock })
    expect(err.replaceAll('\r\u001b[K', '|')).toBe('|3 receipts …|4 receipts …|')
  })

  it('alone: a file is told nothing', async () => {
    let clock = 0
    expect((await command([], { input: lines, now: () => (clock += 5_000) })).err).toBe('')
  })
})

it('ends quietly where nobody reads on', async () => {
  const gone = new Writable({ write: (_, __, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })) })
  const [stdin, stderr] = [piecesOf(callback('1', 'sent'), 100), new Writable({ write: (_, __, done) => done() })]
  expect(await run([], { stdin, stdout: gone, stderr, now: () => 0 })).toBe(0)
})
