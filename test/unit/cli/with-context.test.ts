import { describe, expect, it, test } from 'vitest'
import { callback, command } from './command.ts'

const body = callback('1', 'sent')
const told = async (item: unknown, ...args: string[]) =>
  (await command(args, { input: JSON.stringify(item) })).err

describe('receivedAt', () => {
  test.each([
    ['2026-11-20T09:00:03.250Z', '2026-11-20 09:00:03.250'],
    ['2026-11-20 09:00', '2026-11-20 09:00:00'],
    [1_795_165_203_250, '2026-11-20 09:00:03.250'],
    ['1795165203250', '2026-11-20 09:00:03.250'],
    [1e11, '1973-03-03 09:46:40'],
    ['1970-01-01T00:00Z', '1970-01-01 00:00:00'],
  ])('%j is %s', async (receivedAt, shown) => {
    const { out } = await command(['--flow', 'otp', '--now', '1970-01-01'], {
      input: JSON.stringify({ body, receivedAt }),
    })
    expect(out.split('\t')[2]).toBe(shown)
  })

  test.each([
    [1_795_165_203, '1795165203. That is in seconds, it seems.'],
    ['1795165203', '"1795165203". That is in seconds, it seems.'],
    [1_795_165_203.25, '1795165203.25. That is in seconds, it seems.'],
    [99_999_999_999, '99999999999. That is in seconds, it seems.'],
    [1e14, '100000000000000. That is in microseconds, it seems.'],
    ['2026-11-20', '"2026-11-20". Leave it out where it is not known.'],
    [null, 'null. Leave it out where it is not known.'],
    [true, 'true. Leave it out where it is not known.'],
  ])('%j is an issue, and never another time', async (receivedAt, got) => {
    const message = `receivedAt must be an ISO 8601 time or ms since the epoch, got ${got}`
    expect(await told({ body, receivedAt })).toBe(`-:1: invalid: ${message}\n`)
  })
})

describe('an item that is { body, … } but for some fields', () => {
  const receivedAt = '2026-11-20T09:00Z'

  it.each([
    [{ body, receivedAt, ip: '192.0.2.1' }, 'ip'],
    [{ ip: '192.0.2.1', body, provider: 'twilio', 'user-agent': 'x' }, 'ip, user-agent'],
    [
      { body, receivedAt, ['\u001b[2J'.padEnd(500, 'x')]: 1 },
      `[2J${'x'.repeat(47)}…${'x'.repeat(49)}`,
    ],
  ])('%j: the issue names them', async (item, names) => {
    const hint = `; { body, … } may not hold ${names}\n`
    expect(await told(item)).toBe(
      `-:1: undetected-provider: any: no provider that we know sends this${hint}`,
    )
    expect(await told(item, '--provider', 'twilio')).toMatch(/^-:1: not-a-receipt: twilio: /)
    expect(await told(item, '--provider', 'twilio')).toContain(hint)
  })

  it.each([
    ['where nothing else of it is there', { body, ip: '192.0.2.1' }],
    ['where it is the body that is strange', { body: 'hello', receivedAt }],
  ])('%s, nothing is said of them', async (_, item) => {
    expect(await told(item)).toBe(
      '-:1: undetected-provider: any: no provider that we know sends this\n',
    )
  })

  it('may be a receipt of its own all the same', async () => {
    const resource = {
      body: 'Hi',
      ref: 'r',
      sid: `SM${'0'.repeat(32)}`,
      status: 'sent',
      date_sent: null,
      uri: '/',
    }
    expect(await told(resource)).toBe('')
    const unknown = 'twilio: status "teleported" is not a status that we know'
    expect(await told({ ...resource, status: 'teleported' })).toBe(
      `-:1: unrecognized-status: ${unknown}\n`,
    )
  })
})
