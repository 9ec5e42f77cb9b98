import { closeSync, existsSync, linkSync, openSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { callback, command, file, Paper, piecesOf } from './command.ts'

const receipt = callback('1', 'delivered')

describe('a log that is read is not overwritten with its issues', () => {
  it.each([
    ['under its own name', (path: string) => path],
    ['written in another way', (path: string) => `${dirname(path)}/./receipts.log`],
    ['through a symbolic link', (path: string) => linked(symlinkSync, path)],
    ['through a hard link', (path: string) => linked(linkSync, path)],
  ])('%s', async (_, nameOf) => {
    const log = file('receipts.log', receipt)
    const issues = nameOf(log)
    expect(await command(['--issues', issues, log])).toMatchObject(refused(issues, log))
    expect(readFileSync(log, 'utf8')).toBe(receipt)
  })

  it('where it is itself read through a link', async () => {
    const log = file('receipts.log', receipt)
    const link = linked(symlinkSync, log)
    expect(await command([link, '--issues', log])).toMatchObject(refused(log, link))
    expect(readFileSync(log, 'utf8')).toBe(receipt)
  })

  it.each([[[]], [['-']]])('where it comes as the standard input, %j', async (files) => {
    const log = file('receipts.log', receipt)
    const input = Object.assign(piecesOf(receipt, 100), { fd: opened(log, 'r') })
    expect(await command(['--issues', log, ...files], { input })).toMatchObject(
      refused(log, 'the standard input'),
    )
    expect(readFileSync(log, 'utf8')).toBe(receipt)
  })
})

it('a policy that is read is not overwritten with issues', async () => {
  const text = JSON.stringify({ extends: 'otp', name: 'patient' })
  const policy = file('policy.json', text)
  expect(await command(['--policy', policy, '--issues', policy])).toMatchObject(
    refused(policy, `--policy ${policy}`),
  )
  expect(readFileSync(policy, 'utf8')).toBe(text)
})

it.each(['stdout', 'stderr'] as const)(
  'what %s is appended to is not overwritten with issues',
  async (name) => {
    const kept = file('kept.txt', 'from an earlier run\n')
    const paper = new Paper(false)
    paper.fd = opened(kept, 'a')
    const { code } = await command(['--issues', kept], { input: receipt, [name]: paper })
    expect({ code, kept: readFileSync(kept, 'utf8') }).toEqual({
      code: 2,
      kept: 'from an earlier run\n',
    })
  },
)

it('a page overwrites neither what is read nor the issues', async () => {
  const [log, issues] = [file('receipts.log', receipt), file('issues.ndjson', '')]
  const err = (name: string, path: string) =>
    `sms-delivery-state: --html ${path} is the same file as ${name}, and would overwrite it\n`
  expect(await command(['--html', log, log])).toMatchObject({
    code: 2,
    out: '',
    err: err(log, log),
  })
  expect(readFileSync(log, 'utf8')).toBe(receipt)
  expect(await command(['--html', issues, '--issues', issues, log])).toMatchObject({
    code: 2,
    out: '',
    err: err(`--issues ${issues}`, issues),
  })
})

it.runIf(existsSync('/dev/full'))('a page that cannot be written ends the command', async () => {
  const { code, out, summary } = await command(['--html', '/dev/full'], { input: receipt })
  expect(out).toMatch(/\tdelivered\t/)
  expect(summary).toMatch(
    /\nsms-delivery-state: --html \/dev\/full cannot be written: no space is left\n$/,
  )
  expect(code).toBe(2)
})

it('issues take the place of those of an earlier run, and leave a copy of the log alone', async () => {
  const [log, copy] = [file('receipts.log', 'hello'), file('copy.log', 'hello')]
  expect((await command([log, '--issues', copy])).code).toBe(1)
  expect(readFileSync(copy, 'utf8')).toMatch(/^\{"file":.*"text":"hello"\}\n$/)
})

it.runIf(existsSync('/dev/null'))('what holds nothing may be read and written', async () => {
  const { code, err } = await command(['/dev/null', '--issues', '/dev/null'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
})

const refused = (issues: string, name: string) => ({
  code: 2,
  out: '',
  err: `sms-delivery-state: --issues ${issues} is the same file as ${name}, and would overwrite it\n`,
})

function linked(link: (target: string, path: string) => void, path: string): string {
  link(path, `${path}.link`)
  return `${path}.link`
}

function opened(path: string, how: 'r' | 'a'): number {
  const fd = openSync(path, how)
  onTestFinished(() => closeSync(fd))
  return fd
}
