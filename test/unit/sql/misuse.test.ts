import { otp, type DeliveryEvent } from 'sms-delivery-state'
import { byMessageQuery, sql, stateQuery, type Effect, type Sql } from 'sms-delivery-state/sql'
import { describe, expect, it } from 'vitest'

const T = 1_790_000_000_000
const wrong = (value: unknown) => value as never
const event: DeliveryEvent = { status: 'sent', messageId: 'm1', receivedAt: T }
const effect: Effect = {
  id: '1',
  messageId: 'm1',
  adviceKey: 'resend/1',
  action: 'resend',
  tries: 1,
  superseded: false,
}
const conclude = (policies: unknown, now: unknown = T, options: unknown = {}) =>
  sql('postgres').conclude(() => ({ rows: [] }), wrong(policies), wrong(now), wrong(options))

/** Each call with its whole message, behind the name of the package. */
const MISUSES: readonly (readonly [message: string, call: (store: Sql) => unknown])[] = [
  [
    'sql: dialect must be one of postgres, sqlite, got "mysql". Name the database that it is for.',
    () => sql(wrong('mysql')),
  ],
  [
    'sql: options must be an object, got null. Pass the object itself.',
    () => sql('postgres', wrong(null)),
  ],
  [
    'sql: options: each key must be one of prefix, got "Prefix". Is it spelled right?',
    () => sql('postgres', wrong({ Prefix: 'a' })),
  ],
  [
    'sql: options.prefix must be a name of small letters, digits and _, at most 30, got "My_". Write sds_, for example.',
    () => sql('postgres', { prefix: 'My_' }),
  ],
  [
    'sql: options.prefix must be a name of small letters, digits and _, at most 30, got an array. Write sds_, for example.',
    () => sql('postgres', { prefix: wrong(['sds_']) }),
  ],
  [
    'record: event must be an object, got null. Map the word to one of them; of raw receipts, use reduceReceipts with a provider, or its parse.',
    (store) => store.record(wrong(null)),
  ],
  [
    'record: event.receivedAt must be ms since the epoch, from 1e11 to below 1e14, got undefined. Pass Date.now().',
    (store) => store.record({ ...event, receivedAt: undefined }),
  ],
  [
    'record: event.receivedAt must be ms since the epoch, from 1e11 to below 1e14, got 99999999999. Multiply seconds by 1000.',
    (store) => store.record({ ...event, receivedAt: 1e11 - 1 }),
  ],
  [
    'record: event.receivedAt must be ms since the epoch, from 1e11 to below 1e14, got 100000000000000. Divide microseconds by 1000.',
    (store) => store.record({ ...event, receivedAt: 1e14 }),
  ],
  [
    'record: event.messageId must be there if providerMessageId is not, got undefined. One must tell whose event it is.',
    (store) => store.record({ ...event, messageId: undefined }),
  ],
  [
    'record: event.provider must be there beside providerMessageId, got undefined. Two providers may use the same id.',
    (store) => store.record({ ...event, providerMessageId: 'p1' }),
  ],
  [
    'record: options must be an object, got null. Pass the object itself.',
    (store) => store.record(event, wrong(null)),
  ],
  [
    'record: options: each key must be one of flow, raw, got "Flow". Is it spelled right?',
    (store) => store.record(event, wrong({ Flow: 'otp' })),
  ],
  [
    'record: options.flow must be a text that is not empty, got "". Leave it out where it is not known.',
    (store) => store.record(event, { flow: '' }),
  ],
  [
    'record: options.raw must be bytes (a Uint8Array), got "MessageStatus=sent". Write new TextEncoder().encode(text) for a text.',
    (store) => store.record(event, { raw: wrong('MessageStatus=sent') }),
  ],
  [
    'eventsOf: ids must be a list, got "m1". Pass an array.',
    (store) => store.eventsOf(wrong('m1')),
  ],
  [
    'eventsOf: ids[1] must be a text that is not empty, got 2. Pass String(…) of it.',
    (store) => store.eventsOf(['m1', wrong(2)]),
  ],
  [
    'conclude: policies must be an object, got undefined. Pass the policy of each flow, by its name: { otp, alert }.',
    () => conclude(undefined),
  ],
  [
    'conclude: policies: each flow must be a text that is not empty, got "". Leave it out where it is not known.',
    () => conclude({ '': otp }),
  ],
  [
    'conclude: policies.otp.window must be > 0 ms, got 0. Make it with definePolicy.',
    () => conclude({ otp: { ...otp, window: 0 } }),
  ],
  [
    'conclude: now must be ms since the epoch, from 1e11 to below 1e14, got an object. Pass Date.now().',
    () => conclude({ otp }, new Date(T)),
  ],
  [
    'conclude: now must be ms since the epoch, from 1e11 to below 1e14, got NaN. Multiply seconds by 1000.',
    () => conclude({ otp }, NaN),
  ],
  [
    'conclude: options must be an object, got null. Pass the object itself.',
    () => conclude({ otp }, T, null),
  ],
  [
    'conclude: options: each key must be one of effects, limit, putOff, got "Limit". Is it spelled right?',
    () => conclude({ otp }, T, { Limit: 1 }),
  ],
  [
    'conclude: options.effects: each must be one of wait, offer-resend, poll, resend, other-channel, fix, hold, escalate, stop, done, got "ring". Leave it out where it is not known.',
    () => conclude({ otp }, T, { effects: ['ring'] }),
  ],
  [
    'conclude: options.limit must be a whole number from 1, got 0. Leave it out where it is not known.',
    () => conclude({ otp }, T, { limit: 0 }),
  ],
  [
    'conclude: options.putOff must be a whole number from 1, got 0.5. Leave it out where it is not known.',
    () => conclude({ otp }, T, { putOff: 0.5 }),
  ],
  [
    'claim: now must be ms since the epoch, from 1e11 to below 1e14, got 1790000000. Multiply seconds by 1000.',
    (store) => store.claim(T / 1000),
  ],
  [
    'claim: options must be an object, got null. Pass the object itself.',
    (store) => store.claim(T, wrong(null)),
  ],
  [
    'claim: options: each key must be one of actions, limit, once, lease, after, got "action". Is it spelled right?',
    (store) => store.claim(T, wrong({ action: 'resend' })),
  ],
  [
    'claim: options.actions: each must be one of wait, offer-resend, poll, resend, other-channel, fix, hold, escalate, stop, done, got "ring". Leave it out where it is not known.',
    (store) => store.claim(T, { actions: [wrong('ring')] }),
  ],
  [
    'claim: options.limit must be a whole number from 1, got 0. Leave it out where it is not known.',
    (store) => store.claim(T, { limit: 0 }),
  ],
  [
    'claim: options.once must be one of true, false, got "yes". Leave it out where it is not known.',
    (store) => store.claim(T, { once: wrong('yes') }),
  ],
  [
    'claim: options.lease must be a whole number from 1, got 0. Leave it out where it is not known.',
    (store) => store.claim(T, { lease: 0 }),
  ],
  [
    'claim: options.after must be a whole number from 1, got -1. Leave it out where it is not known.',
    (store) => store.claim(T, { after: -1 }),
  ],
  [
    'finish: effect must be an object, got undefined. Pass the effect that was claimed.',
    (store) => store.finish(wrong(undefined), T),
  ],
  [
    'finish: now must be ms since the epoch, from 1e11 to below 1e14, got 1790000000000000. Divide microseconds by 1000.',
    (store) => store.finish(effect, T * 1000),
  ],
  [
    'finish: options must be an object, got null. Pass the object itself.',
    (store) => store.finish(effect, T, wrong(null)),
  ],
  [
    'finish: options: each key must be one of again, got "Again". Is it spelled right?',
    (store) => store.finish(effect, T, wrong({ Again: T })),
  ],
  [
    'finish: effect.superseded must be false, got true. It was not run, and so it is not done: leave it as it is.',
    (store) => store.finish({ ...effect, superseded: true }, T),
  ],
  [
    'finish: options.again must be ms since the epoch, from 1e11 to below 1e14, got 60000. Multiply seconds by 1000.',
    (store) => store.finish({ ...effect, action: 'poll' }, T, { again: 60_000 }),
  ],
  [
    'finish: options.again must be left out for all but poll, got 1790000000001. Do it once per key.',
    (store) => store.finish(effect, T, { again: T + 1 }),
  ],
  [
    'stateQuery: dialect must be one of postgres, sqlite, duckdb, clickhouse, got "mysql". Name the database that it is for.',
    () => stateQuery(wrong('mysql'), { otp }),
  ],
  [
    'stateQuery: policies must be an object, got undefined. Pass the policy of each flow, by its name: { otp, alert }.',
    () => stateQuery('sqlite', wrong(undefined)),
  ],
  [
    `stateQuery: policies.name must be a policy, got "otp". Import it: import { otp } from 'sms-delivery-state'.`,
    () => stateQuery('sqlite', wrong(otp)),
  ],
  [
    'stateQuery: policies must be of one flow at least, got an object. Pass { otp }.',
    () => stateQuery('sqlite', {}),
  ],
  [
    'stateQuery: options must be an object, got null. Pass the object itself.',
    () => stateQuery('sqlite', { otp }, wrong(null)),
  ],
  [
    'stateQuery: options: each key must be one of from, prefix, got "table". Is it spelled right?',
    () => stateQuery('sqlite', { otp }, wrong({ table: 'log' })),
  ],
  [
    'stateQuery: options.from must be a text, got an array. Write the name of the table of events.',
    () => stateQuery('sqlite', { otp }, { from: wrong(['log']) }),
  ],
  [
    'stateQuery: options.prefix must be a name of small letters, digits and _, at most 30, got "a; DROP". Write sds_, for example.',
    () => stateQuery('sqlite', { otp }, { prefix: 'a; DROP' }),
  ],
  [
    'byMessageQuery: dialect must be one of postgres, sqlite, duckdb, clickhouse, got "mysql". Name the database that it is for.',
    () => byMessageQuery(wrong('mysql'), { from: 'log' }),
  ],
  [
    'byMessageQuery: options must be an object, got undefined. Pass { from }, the table of events.',
    () => byMessageQuery('sqlite', wrong(undefined)),
  ],
  [
    'byMessageQuery: options: each key must be one of from, got "table". Is it spelled right?',
    () => byMessageQuery('sqlite', wrong({ table: 'log' })),
  ],
  [
    'byMessageQuery: options.from must be a text, got undefined. Write the name of the table of events.',
    () => byMessageQuery('sqlite', wrong({})),
  ],
]

describe('misuse of ./sql', () => {
  it.each(MISUSES)('is told: %s', async (message, call) => {
    const error: unknown = await Promise.resolve(sql('postgres'))
      .then(call)
      .catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(TypeError)
    expect(error instanceof Error && error.message).toBe(`sms-delivery-state: ${message}`)
  })
})
