import type { DeliveryEvent } from 'sms-delivery-state'
import { providers } from 'sms-delivery-state/providers'
import { sql } from 'sms-delivery-state/sql'
import { describe, expect, it } from 'vitest'
import { ENGINES, engineFor } from '../../sql/store-engines.ts'

const receivedAt = 1_790_000_000_000
const event: DeliveryEvent = { status: 'sent', messageId: 'm1', receivedAt }

describe('record', () => {
  const { record } = sql('postgres')

  it('keeps each value out of the text', () => {
    const { text, values } = record(
      { ...event, messageId: `'; DROP TABLE sds_event; --` },
      { flow: 'otp' },
    )
    expect(text).not.toContain('DROP')
    expect(values).toContain(`'; DROP TABLE sds_event; --`)
    expect(values).toContain('otp')
  })

  it('has one text and name for all events', () => {
    const other = record({
      status: 'delivered',
      provider: 'x',
      providerMessageId: 'p1',
      receivedAt,
    })
    expect(record(event)).toMatchObject({ name: other.name, text: other.text })
  })

  it('takes 1e11 and refuses 1e14', () => {
    expect(record({ ...event, receivedAt: 1e11 }).values).toContain(1e11)
    expect(() => record({ ...event, receivedAt: 1e14 })).toThrow('from 1e11 to below 1e14')
    expect(() => record({ ...event, receivedAt: 1e11 - 1 })).toThrow('from 1e11 to below 1e14')
  })
})

describe('sql', () => {
  it('takes a prefix of 30 letters, digits and _, and not of 31', () => {
    const prefix = 'a_9'.repeat(10)
    expect(sql('postgres', { prefix }).rebuild.name).toBe(`${prefix}rebuild`)
    for (const wrong of [`${prefix}a`, '', '9a', 'a-', 'a; DROP', ' a'])
      expect(() => sql('postgres', { prefix: wrong })).toThrow('options.prefix must be a name')
  })

  it('puts the prefix before every name', () => {
    for (const dialect of ['postgres', 'sqlite'] as const) {
      const store = sql(dialect, { prefix: 'my_' })
      const { schema, migrations } = store
      expect(schema).not.toMatch(/sds_/)
      expect(migrations.map(({ version }) => version)).toEqual([1])
      const [effect] = store.loadEffects([{ id: 'e1', tries: 1, superseded: false }])
      const statements = [
        store.record(event),
        store.eventsOf(['m1']),
        store.claim(receivedAt),
        store.finish(effect!, receivedAt),
        store.rebuild,
      ]
      expect(statements.map(({ name }) => name)).toEqual(
        ['record', 'events', 'claim', 'finish', 'rebuild'].map((name) => `my_${name}`),
      )
      for (const { text } of statements) expect(text).not.toContain('sds_')
    }
  })
})

describe.each(ENGINES)('recording in $name', ({ open }) => {
  const current = engineFor(open)

  it('can make the tables again, and changes nothing by it', async () => {
    const { store, query, run, script } = current()
    await query(store.record(event))
    await script(store.schema)
    expect(await run('SELECT message_id FROM sds_event')).toEqual([{ message_id: 'm1' }])
  })

  it('takes an event once, wherever its receipt is kept, and raw bytes as they came', async () => {
    const { store, query, run } = current()
    const raw = new Uint8Array([0, 255, 39])
    await query(store.record({ ...event, ref: 'r1' }, { raw }))
    await query(store.record({ ...event, ref: 'r2' }))
    const rows = await run('SELECT ref, raw FROM sds_event')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ ref: 'r1' })
    expect([...(rows[0]!['raw'] as Uint8Array)]).toEqual([...raw])
  })

  it('gives back every field', async () => {
    const { store, query } = current()
    const full: DeliveryEvent = {
      status: 'delivered',
      messageId: 'm1',
      attemptId: '1',
      provider: 'x',
      providerMessageId: 'p1',
      receivedAt,
      occurredAt: receivedAt - 0.5,
      segment: { index: 1, count: 2 },
      confirmedBy: 'handset',
      failure: { reason: 'network', code: 'é"\\\n', permanent: false },
      scheduledFor: receivedAt - 10,
      receiptsExpected: true,
      read: true,
      eventId: 'e1',
      source: 'webhook',
      reference: 'order 7',
      ref: 'r1',
    }
    await query(store.record(full))
    const { rows } = await query(store.eventsOf(['m1', 'm2']))
    expect(store.loadEvents(rows)).toEqual([full])
  })

  it('takes the same id of two providers for two, as one of them may be of another message', async () => {
    const { store, query } = current()
    const named = { ...event, provider: 'x', providerMessageId: 'p1' }
    await query(store.record(named))
    await query(store.record({ ...named, provider: 'y', messageId: 'm2' }))
    for (const provider of ['x', 'y'])
      await query(
        store.record({ status: 'delivered', provider, providerMessageId: 'p1', receivedAt }),
      )
    const { rows } = await query(store.eventsOf(['m1', 'm2']))
    expect(rows.map((row) => [row['message_id'], row['provider'], row['status']]).sort()).toEqual([
      ['m1', 'x', 'delivered'],
      ['m1', 'x', 'sent'],
      ['m2', 'y', 'delivered'],
      ['m2', 'y', 'sent'],
    ])
  })

  it('makes only the message due whose event it is', async () => {
    const { store, query, run } = current()
    await query(store.record({ ...event, messageId: 'm2' }))
    await store.conclude(query, {}, receivedAt)
    await query(store.record(event))
    expect(await run('SELECT message_id FROM sds_message WHERE review_at = 0')).toEqual([
      { message_id: 'm1' },
    ])
  })

  it('keeps an event without a status out of its table, whoever writes it', async () => {
    const { dialect, run } = current()
    const key = dialect === 'postgres' ? 'hash' : 'text'
    await expect(
      (async () => run(`INSERT INTO sds_event (${key}) VALUES ('x')`))(),
    ).rejects.toThrow(/not.null/i)
  })

  it('adds a flow that comes later, of several the smallest, in any order', async () => {
    for (const flows of [
      [undefined, 'otp', 'alert'],
      ['alert', 'otp', undefined],
      ['otp', undefined, 'alert'],
    ]) {
      await current().empty()
      const { store, query } = current()
      for (const flow of flows) await query(store.record(event, { flow }))
      expect(store.loadMessage((await query(store.eventsOf(['m1']))).rows)).toMatchObject({
        messageId: 'm1',
        flow: 'alert',
      })
    }
  })

  it('takes two ids of 512 characters of three bytes each', async () => {
    const { store, query } = current()
    const long = '語'.repeat(512)
    const first = {
      ...event,
      messageId: long,
      attemptId: long,
      provider: long,
      providerMessageId: long,
    }
    await query(store.record(first, { flow: long }))
    await query(
      store.record({ status: 'delivered', provider: long, providerMessageId: long, receivedAt }),
    )
    expect((await query(store.eventsOf([long]))).rows).toHaveLength(2)
  })

  it('takes whatever event parse makes of a receipt that was made to break a database', async () => {
    const { store, query, run } = current()
    const receipts = [
      providers.twilio.parse('MessageSid=SM%00a&MessageStatus=sent', { receivedAt }),
      providers.twilio.parse('MessageSid=SMa&MessageStatus=failed&ErrorCode=30%00', { receivedAt }),
      providers.vonage.parse(
        '{"message_uuid":"a\\ud800","status":"delivered","timestamp":"2026-01-01T00:00:00Z"}',
        {
          receivedAt,
        },
      ),
      providers.messente.parse(`sms_unique_id=${'x'.repeat(1e6)}&stat=DELIVRD`, { receivedAt }),
      providers.messente.parse(`sms_unique_id=${'語'.repeat(512)}&stat=DELIVRD`, { receivedAt }),
    ]
    const events = receipts.flatMap((parsed) => parsed.events)
    expect(events.length).toBeGreaterThan(0)
    for (const each of events) await query(store.record(each))
    expect(await run('SELECT status FROM sds_event')).toHaveLength(events.length)
  })
})
