import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { filesUnder, inRoot, pkg, read, root } from './project.ts'

const command = inRoot(pkg.bin['sms-delivery-state'] ?? '')

describe('the command', () => {
  it('is what package.json names, and runs by itself', () => {
    expect(pkg.bin).toEqual({ 'sms-delivery-state': './dist/cli.js' })
    expect(spawnSync(command, ['--version'], { encoding: 'utf8' })).toMatchObject({
      stdout: `${pkg.version}\n`,
      status: 0,
    })
  })

  it('reads the standard input', () => {
    const input = 'MessageSid=SM00000000000000000000000000000b01&MessageStatus=delivered\n'
    const { stdout, stderr, status } = sms([], input)
    expect(stdout).toMatch(/^twilio:SM0{29}b01\tdelivered\t-\treceipt\tsettled\tdone\t-\n$/)
    expect(stderr).toMatch(/^1 message: 1 delivered\n/)
    expect(status).toBe(0)
  })

  it('reads files, and says what it cannot read', () => {
    const { stdout, stderr, status } = sms([
      'examples/receipts/otp/twilio.ndjson',
      '--now',
      '2026-11-20T12:00:00Z',
    ])
    expect(stdout).toMatch(/^login-41\tdelivered\t/)
    expect(stderr).toMatch(
      /^examples\/receipts\/otp\/twilio\.ndjson:\d+: not-a-receipt: .*\n\d+ messages: /,
    )
    expect(status).toBe(1)
  })

  it('tells misuse in one line', () => {
    const told = `sms-delivery-state: Unknown option '--frobnicate'\n`
    expect(sms(['--frobnicate'])).toMatchObject({ stdout: '', stderr: told, status: 2 })
  })

  it.each([
    ['through a link', '"$0" "$1" --issues link log', 'log'],
    ['as the standard input', '"$0" "$1" --issues log - < log', 'the standard input'],
  ])(
    'leaves a log alone that it reads %s and is told to write its issues to',
    (_, script, name) => {
      const cwd = mkdtempSync(join(tmpdir(), 'sms-delivery-state-'))
      onTestFinished(() => rmSync(cwd, { recursive: true }))
      writeFileSync(join(cwd, 'log'), 'hello\n')
      symlinkSync('log', join(cwd, 'link'))
      const { stdout, stderr, status } = spawnSync(
        'sh',
        ['-c', script, process.execPath, command],
        { cwd, encoding: 'utf8' },
      )
      expect(stderr).toMatch(
        new RegExp(
          `^sms-delivery-state: --issues \\w+ is the same file as ${name}, and would overwrite it\n$`,
        ),
      )
      expect({ stdout, status }).toEqual({ stdout: '', status: 2 })
      expect(readFileSync(join(cwd, 'log'), 'utf8')).toBe('hello\n')
    },
  )

  it('ends quietly where nobody reads on', () => {
    const script = `"$0" "$1" examples/receipts/otp/twilio.ndjson --explain | true; echo "\${PIPESTATUS[0]}"`
    const { stdout, stderr } = spawnSync('bash', ['-c', script, process.execPath, command], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(stdout).toBe('1\n')
    // What is short may be in the pipe before its reader is gone.
    expect(stderr).toMatch(/^examples.*\n(?:\d+ messages[^]*)?$/)
    expect(stderr).not.toContain('sms-delivery-state:')
  })

  it('ends quietly where it is interrupted', async () => {
    const child = spawn(process.execPath, [command], { stdio: ['pipe', 'pipe', 'pipe'] })
    let told = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => (told += String(text)))
    // It reads: so it is there.
    await new Promise<void>((resolve) => child.stdin.write('x'.repeat(1_000_000), () => resolve()))
    child.kill('SIGINT')
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
    expect({ code, signal, told }).toEqual({ code: null, signal: 'SIGINT', told: '' })
  })

  it.runIf(existsSync('/dev/full')).each([
    [
      'result',
      '>/dev/full',
      'sms-delivery-state: the standard output cannot be written: no space is left\n',
      2,
    ],
    ['issues', '2>/dev/full', '', 1],
  ])('says where the disk is full that the %s cannot be written', (_, to, told, code) => {
    const script = `"$0" "$1" examples/receipts/otp/twilio.ndjson ${to}`
    const { stderr, status } = spawnSync('sh', ['-c', script, process.execPath, command], {
      cwd: root,
      encoding: 'utf8',
    })
    expect({ stderr, status }).toEqual({ stderr: told, status: code })
  })

  it('brings no second copy of the core, and is not for requiring', () => {
    const built = filesUnder('dist')
    const copies = built.filter(
      (path) => path.endsWith('.js') && read(path).includes('Collect it anew from the log'),
    )
    expect(copies).toHaveLength(1)
    expect(built.filter((path) => path.startsWith('dist/cli'))).toEqual(['dist/cli.js'])
  })
})

function sms(args: string[], input = '') {
  const { stdout, stderr, status } = spawnSync(process.execPath, [command, ...args], {
    cwd: root,
    encoding: 'utf8',
    input,
  })
  return { stdout, stderr, status }
}
