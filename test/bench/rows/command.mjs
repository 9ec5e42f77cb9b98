import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { processCpu } from '../cpu.mjs'

const path = (name) => fileURLToPath(new URL(name, import.meta.url))

/** The command over 600,000 receipts, against a scan that splits lines and parses each. */
export function rows(_, build) {
  // It has one build.
  if (build !== 'esm') return []
  const folder = mkdtempSync(`${tmpdir()}/sms-delivery-state-`)
  process.on('exit', () => rmSync(folder, { recursive: true }))
  const command = path('../../../dist/cli.js')
  const lines = (name, context, atMost) => {
    const file = `${folder}/${name}.ndjson`
    writeFileSync(file, [...logOf(100_000, context)].join(''))
    return {
      name: `the command / a scan with JSON.parse, 600,000 receipts, ${name}`,
      base: () => processCpu(path('../scan.mjs'), file),
      work: () => processCpu(command, file),
      ...{ atMost, ownCount: true, rounds: 5 },
    }
  }
  const messages = `${folder}/messages.mjs`
  buildSync({
    entryPoints: [path('../../../src/cli/messages.ts')],
    ...{ bundle: true, format: 'esm', platform: 'node', outfile: messages },
  })
  const heap = (name, ids, atMost) => ({
    name: `heap of the command for a message of six receipts, ${name}`,
    base: () => 0,
    work: () => heapOf(messages, ids),
    ...{ unit: 'B', atMost, ownCount: true, rounds: 3 },
  })
  return [
    lines('provider named', { provider: 'twilio' }, 5),
    lines('provider found out', {}),
    heap('one set of ids', 'own', 900),
    heap('two sets of ids', 'both'),
  ]
}

/** Six receipts a message, of all messages mixed. */
function* logOf(messages, context) {
  const words = ['accepted', 'queued', 'sending', 'sent', 'sent', 'delivered']
  for (const [step, word] of words.entries()) {
    let block = ''
    for (let i = 0; i < messages; i++) {
      const id = `SM${i.toString(16).padStart(32, '0')}`
      const body = {
        AccountSid: 'AC00000000000000000000000000000a01',
        From: '+15550100001',
        To: '+15550100123',
        MessageSid: id,
        MessageStatus: word,
        SmsSid: id,
        SmsStatus: word,
      }
      const receivedAt = 1_790_000_000_000 + i * 10 + step * 500
      block += `${JSON.stringify({ body, receivedAt, ...context })}\n`
    }
    yield block
  }
}

const heapOf = (messages, ids) =>
  Number(
    spawnSync(process.execPath, ['--expose-gc', path('../heap.mjs'), messages, ids], {
      encoding: 'utf8',
    }).stdout,
  )
