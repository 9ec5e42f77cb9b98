import { describe, expect, it, test } from 'vitest'
import { callback, command, file, lines, log, nameOf, piecesOf } from './command.ts'

describe('a log', () => {
  const expected = [
    'login-1\tdelivered\t2026-11-21 09:07:03\treceipt\tsettled\tdone\t-',
    `${nameOf('2')}\tundelivered\t2026-11-21 09:00:01\treceipt\t-\tresend\tunreachable 30003`,
    '',
  ].join('\n')
  const told = [
    '2 messages: 1 delivered, 1 failed',
    'by status: 1 delivered, 1 undelivered',
    '4 receipts, 0 issues, 0 conflicts',
    'policy notification (by default; --flow and --policy choose another), as of 2026-11-21 12:00:00 UTC',
    '',
  ].join('\n')

  test.each([
    ['of a JSON object a line', lines],
    [
      'with a byte order mark, CRLF and blank lines',
      `\uFEFF\r\n${lines.replaceAll('\n', '\r\n\r\n')}\r\n`,
    ],
    ['in another order, with repeats', [...lines.split('\n').reverse(), lines].join('\n')],
    ['as an array', JSON.stringify(log)],
    ['as an array over many lines', JSON.stringify(log, null, 2)],
    ['as an array a line', log.map((each) => JSON.stringify([each])).join('\n')],
  ])('%s gives one line per message', async (_, input) => {
    for (const chunk of [1, 13, 100_000]) {
      const { code, out, err, summary } = await command([], { input, chunk })
      expect(out).toBe(expected)
      expect(summary.replace('8 receipts', '4 receipts')).toBe(told)
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
    const { code, out, summary } = await command([])
    expect(out).toBe('')
    expect(summary).toMatch(/^0 messages\n0 receipts, 0 issues, 0 conflicts\npolicy /)
    expect(code).toBe(0)
  })

  it('is aligned on a terminal, under a heading and with the summary after it', async () => {
    const { out, err, summary } = await command([], { input: lines, isTTY: true })
    const [head, one, two] = out.split('\n')
    expect(head).toMatch(/^message +status +since +by +settled +do next +notes$/)
    for (const word of ['delivered', '2026', 'receipt', 'done']) expect(one).toContain(`  ${word}`)
    expect(one?.indexOf('receipt')).toBe(two?.indexOf('receipt'))
    expect(out).toMatch(/\n\n2 messages: 1 delivered, 1 failed\n/)
    expect({ err, summary }).toEqual({ err: '', summary: '' })
  })

  it('cannot speak to the terminal, or break a line', async () => {
    const { out } = await command([], {
      input: JSON.stringify({ messageId: 'a\n\u001b[2Jb\tc', body: callback('1', 'sent') }),
    })
    expect(out.split('\n')[0]).toMatch(/^a \[2Jb c\tsent\t/)
  })

  it('keeps characters that are cut in two', async () => {
    const { out } = await command([], {
      input: JSON.stringify({ messageId: 'é😀', body: callback('1', 'sent') }),
      chunk: 1,
    })
    expect(out).toMatch(/^é😀\tsent/)
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
