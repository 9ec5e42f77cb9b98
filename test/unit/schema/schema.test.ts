import { alert, collect, notification, otp, reduce, type Evidence } from 'sms-delivery-state'
import * as schemas from 'sms-delivery-state/schema'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'

const { deliveryEvent, evidence, issue, policy, policyFile, segment, timelineEntry } = schemas

describe('JSON Schema', () => {
  test.each(Object.entries(schemas))(
    'of %s, of what goes in and of what comes out',
    (_, schema) => {
      for (const io of ['input', 'output'] as const) {
        const printed = z.toJSONSchema(schema, { io })
        expect(printed.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
        expect(JSON.parse(JSON.stringify(printed))).toEqual(printed)
      }
    },
  )

  test('of a segment and a failure', () => {
    expect(z.toJSONSchema(segment, { io: 'input' })).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: {
        index: { type: 'integer', minimum: 1, maximum: 255 },
        count: { type: 'integer', minimum: 1, maximum: 255 },
      },
      required: ['index'],
    })
    expect(z.toJSONSchema(deliveryEvent, { io: 'input' })).toMatchObject({
      required: ['status'],
      properties: {
        receivedAt: { type: 'number', description: 'ms since the epoch (UTC)' },
        messageId: { type: 'string', minLength: 1 },
        source: { enum: ['webhook', 'poll', 'response', 'smpp', 'service', 'user', 'manual'] },
        failure: {
          required: ['reason'],
          properties: { code: { type: 'string' }, permanent: { type: 'boolean' } },
        },
      },
    })
  })

  test('of a policy file asks for a name alone', () => {
    expect(z.toJSONSchema(policyFile, { io: 'input' })).toMatchObject({
      required: ['name'],
      additionalProperties: false,
      properties: {
        extends: { enum: ['otp', 'alert', 'notification'] },
        window: { exclusiveMinimum: 0 },
      },
    })
  })
})

describe('what is none of ours', () => {
  const hostile =
    '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"tenant":"blue"'

  test('is left out of an event', () => {
    const found = deliveryEvent.parse(
      JSON.parse(`{"status":"failed",${hostile},"failure":{"reason":"network",${hostile}}}`),
    )
    expect(found).toStrictEqual({ status: 'failed', failure: { reason: 'network' } })
  })

  test('stays in evidence, but for __proto__', () => {
    const found = evidence.parse(
      JSON.parse(`{"v":2,${hostile},"events":[{"status":"sent",${hostile}}]}`),
    )
    const more = { constructor: { prototype: { polluted: 1 } }, tenant: 'blue' }
    expect(found).toEqual({ v: 2, events: [{ status: 'sent', ...more }], ...more })
    for (const each of [found, ...found.events])
      expect(Object.getPrototypeOf(each)).toBe(Object.prototype)
  })

  test('is an error in advice and in a policy file', () => {
    const advice = JSON.parse(`{${hostile}}`) as object
    for (const wrong of [
      { ...otp, advice: { ...otp.advice, late: 'hold' } },
      {
        ...otp,
        advice: Object.defineProperties(
          { ...otp.advice },
          Object.getOwnPropertyDescriptors(advice),
        ),
      },
      { ...otp, advice: { ...otp.advice, failed: { ...otp.advice.failed, absent: 'stop' } } },
    ])
      expect(policy.safeParse(wrong).success).toBe(false)
    expect(policy.parse({ ...otp, team: 'login' })).toStrictEqual(otp)
    expect(policyFile.safeParse({ ...otp, team: 'login' }).success).toBe(false)
    expect(
      policyFile.safeParse({ extends: 'otp', name: 'mine', windw: 5 }).error?.issues,
    ).toMatchObject([{ keys: ['windw'] }])
  })

  test('pollutes nothing, and what was handed in stays as it was', () => {
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    const known = collect([{ status: 'sent', messageId: 'm' }])
    const before = JSON.stringify(known)
    expect(Object.isFrozen(evidence.parse(known))).toBe(false)
    expect(JSON.stringify(known)).toBe(before)
  })
})

describe('errors say where', () => {
  test.each([
    [{ status: 'DELIVRD' }, 'status'],
    [{ status: 'sent', receivedAt: null }, 'receivedAt'],
    [{ status: 'sent', attemptId: '' }, 'attemptId'],
    [{ status: 'sent', segment: { index: 3, count: 2 } }, 'segment.index'],
    [{ status: 'sent', failure: { reason: 'absent' } }, 'failure.reason'],
  ])('%j', (each, path) => {
    expect(
      deliveryEvent.safeParse(each).error?.issues.map((found) => found.path.join('.')),
    ).toEqual([path])
  })

  test('evidence of two messages, in the words of the core', () => {
    const events = ['m', 'n'].flatMap(
      (messageId) => collect([{ status: 'sent', messageId }]).events,
    )
    expect(evidence.safeParse({ v: 2, events }).error?.issues).toMatchObject([
      {
        message: expect.stringMatching(/messageId must be "m", as in the rest, got "n"/) as unknown,
      },
    ])
  })

  test.each<[string, unknown]>([
    ['receivedAt', '5'],
    ['failure', 5],
    ['failure', { reason: '5' }],
    ['ref', null],
  ])('evidence whose %s was damaged', (field, value) => {
    const damaged = { v: 2, events: [{ status: 'sent', [field]: value }] }
    expect(evidence.safeParse(damaged).error?.issues[0]?.path.slice(0, 3)).toEqual([
      'events',
      0,
      field,
    ])
  })
})

describe('policyFile', () => {
  test('is a whole policy, or what differs from one of ours', () => {
    for (const whole of [otp, alert, notification]) {
      expect(policyFile.parse(JSON.parse(JSON.stringify(whole)))).toStrictEqual(whole)
      expect(policyFile.parse({ extends: whole.name, name: whole.name })).toStrictEqual(whole)
    }
    const mine = policyFile.parse({
      extends: 'alert',
      name: 'mine',
      window: 5,
      advice: { failed: { network: 'hold' } },
    })
    expect(mine).toMatchObject({ name: 'mine', window: 5, slowAfter: alert.slowAfter })
    expect(mine.advice.failed).toStrictEqual({ ...alert.advice.failed, network: 'hold' })
    expect(reduce([{ status: 'sent', receivedAt: 0 }], mine, 5).policy).toBe('mine')
  })

  test('names what is missing of a whole one', () => {
    const { window: _, ...rest } = otp
    expect(policyFile.safeParse(rest).error?.issues).toMatchObject([{ path: ['window'] }])
    expect(policyFile.safeParse({ extends: 'otp' }).error?.issues).toMatchObject([
      { path: ['name'] },
    ])
    expect(policyFile.safeParse({ extends: 'mine', name: 'x' }).error?.issues).toMatchObject([
      { path: ['extends'] },
    ])
  })
})

test('an issue keeps what was received', () => {
  const found = {
    code: 'invalid',
    message: 'acme: at is not a time',
    path: ['list', 0, 'at'],
    received: { a: [1n] },
    index: 0,
  } as const
  expect(issue.parse(found)).toStrictEqual(found)
  expect(issue.parse({ code: 'not-a-receipt', message: 'x' })).toStrictEqual({
    code: 'not-a-receipt',
    message: 'x',
  })
  expect(issue.safeParse({ ...found, code: 'other' }).success).toBe(false)
})

test('an entry is of an event or of the clock', () => {
  const entry = {
    status: 'sent',
    verdict: 'advanced',
    outOfOrder: false,
    conflict: false,
    clockSkew: false,
  }
  expect(timelineEntry.safeParse({ ...entry, event: { status: 'sent' } }).success).toBe(true)
  expect(timelineEntry.safeParse(entry).success).toBe(false)
  expect(
    timelineEntry.safeParse({ at: 5, status: 'unknown', verdict: 'advanced', clock: 'unknown' })
      .success,
  ).toBe(true)
  expect(
    timelineEntry.safeParse({ status: 'unknown', verdict: 'advanced', clock: 'unknown' }).success,
  ).toBe(false)
})

test('evidence that was parsed can be handed on', () => {
  const known: Evidence = evidence.parse(collect([]))
  expect(known).toStrictEqual({ v: 2, events: [] })
})
