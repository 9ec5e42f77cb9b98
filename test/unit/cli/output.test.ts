import { describe, expect, it } from 'vitest'
import { callback, command, lines, Paper } from './command.ts'

describe('an output that cannot be written', () => {
  class Broken extends Paper {
    constructor(readonly code: string) {
      super(false)
    }

    override _write(_: string, __: string, done: (error: Error) => void) {
      done(Object.assign(new Error(`write ${this.code}`), { code: this.code }))
    }
  }

  it('ends quietly where nobody reads on', async () => {
    const { code, err } = await command([], { input: lines, stdout: new Broken('EPIPE') })
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  it.each([
    [[], 'ENOSPC', 'no space is left'],
    [['--json'], 'EIO', 'EIO'],
    [['--help'], 'ENOSPC', 'no space is left'],
  ])('%j tells %s', async (args, name, told) => {
    const { code, err } = await command(args, { input: lines, stdout: new Broken(name) })
    expect({ code, err }).toEqual({
      code: 2,
      err: `sms-delivery-state: the standard output cannot be written: ${told}\n`,
    })
  })

  it('for issues changes nothing about the result', async () => {
    const { code, out } = await command([], {
      input: `hello\n${lines}`,
      stderr: new Broken('ENOSPC'),
    })
    expect(out).toMatch(/^login-1\tdelivered\t.*\n.*\n$/)
    expect(code).toBe(1)
  })
})

it('a reader that is slow is waited for', async () => {
  let most = 0
  class Slow extends Paper {
    override _write(_: string, __: string, done: () => void) {
      most = Math.max(most, this.writableLength)
      setImmediate(done)
    }
  }
  const input = Array.from({ length: 2_000 }, (_, i) => callback(String(i), 'sent')).join('\n')
  await command([], { input, chunk: 100_000, stdout: new Slow(false) })
  expect(most).toBeGreaterThan(16_000)
  expect(most).toBeLessThan(17_000)
})
