import { describe, expect, it } from 'vitest'
import { at, callback, command, file } from './command.ts'

/**
 * Sent in the morning; by noon, a code is expired, an alert is unknown and a notification is open.
 */
const sent = (messageId: string, flow?: string) => ({
  flow,
  messageId,
  receivedAt: at('07:00'),
  body: callback(messageId, 'sent'),
})
const input = (items: readonly object[]) => items.map((item) => JSON.stringify(item)).join('\n')
const statuses = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((row) => row.split('\t').slice(0, 2).join(' '))

describe('a log of several flows', () => {
  it('reduces each message by the policy that its items name, else by that of the command', async () => {
    const items = [sent('1', 'otp'), sent('2', 'alert'), sent('3', 'notification'), sent('4')]
    const { out, summary } = await command(['--flow', 'otp'], { input: input(items) })
    expect(statuses(out)).toEqual(['1 expired', '2 unknown', '3 sent', '4 expired'])
    expect(summary).toContain('\npolicies alert, notification, otp, as of')
  })

  it('needs the flow once: another receipt of the message need not name it', async () => {
    const items = [
      { receivedAt: at('07:00:01'), body: callback('9', 'sent') },
      {
        flow: 'otp',
        messageId: 'm',
        receivedAt: at('07:00'),
        source: 'response',
        body: callback('9', 'queued'),
      },
    ]
    for (const order of [items, [...items].reverse()]) {
      expect(statuses((await command([], { input: input(order) })).out)).toEqual(['m expired'])
    }
  })

  it('takes the first by name where items disagree, in any order', async () => {
    const items = [sent('1', 'otp'), sent('1', 'alert')]
    for (const order of [items, [...items].reverse()]) {
      expect(statuses((await command([], { input: input(order) })).out)).toEqual(['1 unknown'])
    }
  })

  it('may name the policy of --policy', async () => {
    const policy = file(
      'policy.json',
      JSON.stringify({ extends: 'otp', name: 'patient', window: 86_400_000 }),
    )
    const { out } = await command(['--policy', policy], {
      input: input([sent('1', 'otp'), sent('2', 'patient')]),
    })
    expect(statuses(out)).toEqual(['1 expired', '2 sent'])
  })

  it('that names a flow nobody knows is an issue', async () => {
    const { code, err } = await command([], { input: input([sent('1', 'constructor')]) })
    expect(err).toBe(
      '-:1: invalid: flow must be one of otp, alert, notification, got "constructor". Leave it out for that of the command.\n',
    )
    expect(code).toBe(1)
  })

  it('tells each story, timeline and page by its own policy', async () => {
    const items = input([sent('1', 'otp'), sent('2')])
    expect((await command(['--explain'], { input: items })).out).toMatch(
      /policy otp, [^]*policy notification, /,
    )
    const { out } = await command(['--explain', '--json'], { input: items })
    const told = out
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { timeline: object[] }).timeline.length)
    expect(told).toEqual([2, 1])
  })
})
