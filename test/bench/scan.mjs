// @ts-check
// The least that reading a log of JSON takes: node scan.mjs FILE
import { createReadStream } from 'node:fs'

const decoder = new TextDecoder()
let rest = ''
let receipts = 0
for await (const chunk of createReadStream(process.argv[2] ?? '')) {
  const text = rest + decoder.decode(chunk, { stream: true })
  let start = 0
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    if (JSON.parse(text.slice(start, end)) !== null) receipts++
    start = end + 1
  }
  rest = text.slice(start)
}
console.log(receipts)
