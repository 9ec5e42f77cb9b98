import { describe, expect, it, test } from 'vitest'
import { csvRow } from '../../../src/cli/csv.ts'
import { at, callback, command, lines, nameOf } from './command.ts'

const HEAD = 'message,status,since,by,settled,action,outcome,reason,code,provider,attempts,notes'

describe('--csv', () => {
  it('prints a header and a row for each message, and the summary beside', async () => {
    for (const isTTY of [false, true]) {
      const { code, out, summary } = await command(['--csv'], { input: lines, isTTY })
      expect(out.split('\r\n')).toEqual([
        HEAD,
        'login-1,delivered,2026-11-21 09:07:03,receipt,true,done,delivered,,,twilio,1,',
        `${nameOf('2')},undelivered,2026-11-21 09:00:01,receipt,false,resend,failed,unreachable,30003,twilio,1,unreachable 30003`,
        '',
      ])
      expect(summary).toMatch(/^2 messages: 1 delivered, 1 failed\n/)
      expect(code).toBe(0)
    }
  })

  it('of no message is a header', async () => {
    expect((await command(['--csv'])).out).toBe(`${HEAD}\r\n`)
  })

  it('leaves empty what is not known, and prints times in --time-zone', async () => {
    const cells = async (...args: string[]) =>
      (await command(['--csv', ...args], { input: lines })).out.split('\r\n')[1]
    expect(await cells('--time-zone', 'Europe/Berlin')).toContain(',2026-11-21 10:07:03 +01:00,')
    const { out } = await command(['--csv'], { input: callback('1', 'sent') })
    expect(out.split('\r\n')[1]).toBe(`${nameOf('1')},sent,,receipt,false,wait,open,,,twilio,1,`)
  })

  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+15550100', `'+15550100`],
    ['-1', `'-1`],
    ['@SUM(1)', `'@SUM(1)`],
    ['\tx', `'\tx`],
    ['\rx', `"'\rx"`],
    ['＝1', `'＝1`],
    ['a=1', 'a=1'],
    ['a,"b"\nc', '"a,""b""\nc"'],
  ])('the message id %j is no formula, and the text that it was', async (messageId, cell) => {
    const item = { messageId, receivedAt: at('09:00'), body: callback('1', 'sent') }
    const { out } = await command(['--csv'], { input: JSON.stringify(item) })
    expect(out.slice(HEAD.length + 2)).toBe(
      `${cell},sent,2026-11-21 09:00:00,receipt,false,wait,open,,,twilio,1,slow\r\n`,
    )
  })

  test('numbers stay numbers', () =>
    expect(csvRow([-1, 2.5, true, undefined, ''])).toBe('-1,2.5,true,,\r'))
})
