import { existsSync, readFileSync } from 'node:fs'
import { issue } from 'sms-delivery-state/schema'
import { describe, expect, it } from 'vitest'
import { LONGEST } from '../../../src/cli/items.ts'
import { callback, command, file, nameOf, piecesOf } from './command.ts'

describe('issues', () => {
  const broken = [
    '{"MessageSid":',
    callback('1', 'teleported'),
    'hello',
    JSON.stringify({ receivedAt: 'yesterday', body: callback('1', 'sent') }),
    JSON.stringify({ messageId: '', body: callback('1', 'sent') }),
  ]

  it('do not stop the rest, are told, and give exit code 1', async () => {
    const { code, out, err, summary } = await command([], {
      input: [...broken, callback('1', 'delivered')].join('\n'),
    })
    expect(out).toMatch(new RegExp(`^${nameOf('1')}\tdelivered\t`))
    expect(summary).toContain('1 receipt, 5 issues')
    expect(err.trimEnd().split('\n')).toEqual([
      '-:1: invalid: this is no JSON',
      '-:2: unrecognized-status: twilio: MessageStatus "teleported" is not a status that we know',
      '-:3: undetected-provider: any: no provider that we know sends this',
      expect.stringMatching(
        /^-:4: invalid: receivedAt must be an ISO 8601 time .* got "yesterday"\. /,
      ),
      expect.stringMatching(
        /^-:5: invalid: anyProvider\.parse: context\.messageId must be a text that is not empty, got ""\. /,
      ),
    ])
    expect(code).toBe(1)
  })

  it('beyond the first few are counted', async () => {
    const { err } = await command([], { input: [...broken, ...broken].join('\n') })
    expect(err.split('\n').slice(5)).toEqual([
      '… and 5 more issues; --issues FILE keeps them all',
      '',
    ])
  })

  it('are written to a file as they were received, a line each', async () => {
    const issues = file('issues.ndjson', 'from an earlier run')
    const log = file('receipts.log', `\n${broken.join('\r\n')}\r\n[{"MessageSid":"SM1"},3]\n`)
    expect((await command([log, '--issues', issues])).summary).toContain('0 receipts, 7 issues')
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
            code: 'unrecognized-status',
            message: 'twilio: MessageStatus "teleported" is not a status that we know',
            path: ['MessageStatus'],
            received: 'teleported',
          },
        ],
        text: callback('1', 'teleported'),
      },
    ])
    expect(written.at(-1)).toMatchObject({ line: 7, issues: [{ index: 0 }, { index: 1 }] })
  })

  it('in the file are issues as the schema takes them, whatever is wrong', async () => {
    const issues = file('issues.ndjson', '')
    const input = [
      ...broken,
      '[3,{"MessageSid":"SM1","MessageStatus":"teleported"}]',
      'x'.repeat(LONGEST + 1),
    ].join('\n')
    const log = file('unclosed.json', '[{"body":"hello","receivedAt":null},')
    await command(['-', log, '--issues', issues], { input, chunk: 1_000_000 })
    const written = readFileSync(issues, 'utf8')
      .trimEnd()
      .split('\n')
      .flatMap((line) => (JSON.parse(line) as { issues: unknown[] }).issues)
    expect(written).toHaveLength(broken.length + 5)
    expect(written.map((each) => issue.parse(each))).toEqual(written)
  })

  it('name the item of an array, and the message and the receipt that the item names', async () => {
    const issues = file('issues.ndjson', '')
    const named = { messageId: 'm', ref: 'r' }
    const items = [
      { ...named, body: callback('1', 'sent') },
      { ...named, body: callback('1', 'teleported') },
      { ...named, receivedAt: 'yesterday', body: callback('1', 'sent') },
      [3],
    ]
    const { err } = await command(['--issues', issues], { input: JSON.stringify(items) })
    expect(err.split('\n').map((line) => line.split(': ', 2).join(': '))).toEqual([
      '-:1[1]: unrecognized-status',
      '-:1[2]: invalid',
      '-:1[3]: undetected-provider',
      '',
    ])
    const written = readFileSync(issues, 'utf8').trimEnd().split('\n')
    expect(written.map((line) => (JSON.parse(line) as { issues: object[] }).issues)).toMatchObject([
      [{ ...named, index: 1, path: ['MessageStatus'], received: 'teleported' }],
      [{ ...named, index: 2 }],
      [{ index: 3, path: [0], received: 3 }],
    ])
  })

  it('of a line name no item, and of an array on a line its own', async () => {
    const input = ['hello', '[{"MessageSid":"SM1"},3]'].join('\n')
    const { err } = await command([], { input })
    expect(err.split('\n').map((line) => line.split(': ', 1)[0])).toEqual([
      '-:1',
      '-:2[0]',
      '-:2[1]',
      '',
    ])
  })

  it('count the items that broken JSON turns out to hold', async () => {
    const input = '[\n{"a":{"b":1},\n{"c":2},\n{"d":3}\n]\n'
    const { err } = await command([], { input })
    expect(err.split('\n').map((line) => line.split(': ', 2).join(': '))).toEqual([
      '-:2[0]: invalid',
      '-:3[1]: undetected-provider',
      '-:4[2]: undetected-provider',
      '-:6: invalid',
      '',
    ])
  })

  it('tell where a receipt has its own receivedAt, which would be lost', async () => {
    const input = JSON.stringify({
      MessageSid: 'SM1',
      MessageStatus: 'sent',
      receivedAt: '2026-11-21T09:00Z',
    })
    const { code, err } = await command([], { input })
    expect(err).toBe(
      '-:1: invalid: any: it has a receivedAt of its own, which is not read there; write { body: receipt, receivedAt }\n',
    )
    expect(code).toBe(1)
  })

  it('of an item with very many are listed in part, and all are counted', async () => {
    const issues = file('issues.ndjson', '')
    const input = `hello\n[${'1,'.repeat(19_999)}1]\n[${'{},'.repeat(9_999)}[1,2]]`
    const { err, summary } = await command(['--issues', issues], { input, chunk: 100_000 })
    expect(err.trimEnd().split('\n').at(-1)).toBe('… and 29997 more issues')
    expect(summary).toContain('0 receipts, 30002 issues')
    const written = readFileSync(issues, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { issues: { index: number }[]; left?: number })
    expect(written.map(({ issues, left }) => [issues.length, issues.at(-1)?.index, left])).toEqual([
      [1, undefined, undefined],
      [10_000, 9_999, 10_000],
      [10_000, 9_999, 1],
    ])
  })

  it('are counted beyond the first few where no file keeps them', async () => {
    const items = [1, 'hello', null, true, {}, [2, 'hello'], callback('1', 'teleported'), 3, {}]
    const { err, summary } = await command([], { input: JSON.stringify([...items, ...items]) })
    expect(err.trimEnd().split('\n').at(-1)).toBe(
      '… and 15 more issues; --issues FILE keeps them all',
    )
    expect(summary).toContain('0 receipts, 20 issues')
  })

  it.runIf(existsSync('/dev/full'))('that cannot be written end the command', async () => {
    const { code, out, err } = await command(['--issues', '/dev/full'], { input: 'hello' })
    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: 'sms-delivery-state: --issues /dev/full cannot be written: no space is left\n',
    })
  })

  it('a line of a hundred megabytes is one', async () => {
    const input = (async function* (): AsyncGenerator<Uint8Array> {
      const chunk = new Uint8Array(1_000_000).fill(120)
      yield* piecesOf(`${callback('1', 'sent')}\n`, 100)
      for (let i = 0; i < 100; i++) yield chunk
      yield* piecesOf(`\n${callback('1', 'delivered')}`, 100)
    })()
    const { code, err, summary } = await command([], { input })
    expect(err).toBe('-:2: invalid: this is too long for a receipt; only its beginning is kept\n')
    expect(summary).toContain('2 receipts, 1 issue')
    expect(code).toBe(1)
  })
})
