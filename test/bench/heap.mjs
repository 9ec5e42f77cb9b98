// @ts-check
// Bytes of heap that the command holds for a message of six receipts: node --expose-gc heap.mjs
// CODE own|both, where CODE is src/cli/messages.ts in JavaScript.
const [code = '', ids] = process.argv.slice(2)
const { Messages } = await import(code)
const MESSAGES = 50_000
const STATUSES = ['pending', 'accepted', 'queued', 'sent', 'sent', 'delivered']
const gc = globalThis.gc ?? (() => undefined)

const messages = new Messages()
gc()
const before = process.memoryUsage().heapUsed
for (const [step, status] of STATUSES.entries()) {
  for (let i = 0; i < MESSAGES; i++) {
    // A text of its own for each receipt, as JSON.parse gives it.
    const id = Buffer.from(`SM${i.toString(16).padStart(32, '0')}`).toString()
    messages.add({
      status,
      receivedAt: 1_790_000_000_000 + i * 10 + step * 500,
      provider: 'twilio',
      providerMessageId: id,
      source: 'webhook',
      // What the service itself says names its own id, too.
      ...(ids === 'both' && step === 0 && { messageId: `message-${i}`, attemptId: '1' }),
      ...(status === 'delivered' && { confirmedBy: 'carrier' }),
    })
  }
}
gc()
process.stdout.write(String((process.memoryUsage().heapUsed - before) / MESSAGES))
// Else nothing would hold them.
if (messages.size.ids === 0) process.exitCode = 1
