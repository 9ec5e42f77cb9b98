import { alert, otp, type Action, type DeliveryEvent } from 'sms-delivery-state'
import { sql, type Conclude, type Row, type Statement } from 'sms-delivery-state/sql'
import { describe, expect, it } from 'vitest'
import { ENGINES, engineFor, type Engine } from '../../sql/store-engines.ts'

const T = 1_790_000_000_000
const MINUTE = 60_000
const sent = (messageId: string, receivedAt = T): DeliveryEvent => ({
  status: 'sent',
  messageId,
  receivedAt,
})

describe('conclude', () => {
  const conclude: Conclude = (...call) => sql('postgres').conclude(...call)
  /** A database that gives these rows, one list after the other, and keeps what it was asked. */
  const recorded = (...answers: Row[][]) => {
    const asked: Statement[] = []
    const query = (statement: Statement) => ({
      rows: (asked.push(statement), answers[asked.length - 1] ?? []),
    })
    return { asked, query }
  }
  const row = { message_id: 'm1', status: 'sent', received_at: T, flow: 'otp' }

  it('takes 200 messages by default, and asks no more where none is due', async () => {
    const { asked, query } = recorded()
    expect(await conclude(query, { otp }, T)).toEqual({ messages: [], issues: [] })
    expect(asked.map(({ name, values }) => [name, ...values])).toEqual([['sds_due', T, 200]])
  })

  it('writes only what there is to write', async () => {
    const namesOf = async (rows: Row[], ...effects: Action[]) => {
      const { asked, query } = recorded([{ message_id: 'm1', key: null }], rows)
      await conclude(query, { otp }, T, { effects })
      return asked.map(({ name }) => name)
    }
    const before = ['sds_due', 'sds_events']
    expect(await namesOf([row])).toEqual([...before, 'sds_conclude'])
    expect(await namesOf([row], 'resend')).toEqual([...before, 'sds_conclude'])
    expect(await namesOf([row], 'wait')).toEqual([...before, 'sds_effects', 'sds_conclude'])
    expect(await namesOf([])).toEqual([...before, 'sds_put_off'])
  })

  it('says in a sentence why it cannot conclude a message', async () => {
    const issueOf = async (rows: Row[]) => {
      const { query } = recorded([{ message_id: 'm1', key: null }], rows)
      return (await conclude(query, { otp }, T)).issues
    }
    const messageId = 'm1'
    expect(await issueOf([])).toEqual([
      { messageId, code: 'unreadable', message: 'It has no events: its rows were removed.' },
    ])
    expect(await issueOf([{ ...row, flow: null }])).toEqual([
      { messageId, code: 'no-flow', message: 'No event of it was recorded with a flow.' },
    ])
    for (const flow of ['alert', 'constructor'])
      expect(await issueOf([{ ...row, flow }])).toEqual([
        { messageId, code: 'no-policy', message: `Its flow "${flow}" has no policy.` },
      ])
  })
})

describe.each(ENGINES)('conclude in $name', ({ open }) => {
  const current = engineFor(open)
  const opened = async (...records: [DeliveryEvent, string?][]): Promise<Engine> => {
    const engine = current()
    for (const [event, flow] of records) await engine.query(engine.store.record(event, { flow }))
    return engine
  }

  it('takes what is due, by news or by time, and nothing else', async () => {
    const { store, query } = await opened([sent('m1'), 'otp'])
    const conclude = async (now: number) =>
      (await store.conclude(query, { otp }, now)).messages.map(({ state, changed }) => [
        state.status,
        state.advice.action,
        changed,
      ])
    expect(await conclude(T)).toEqual([['sent', 'wait', true]])
    expect(await conclude(T + 29_999)).toEqual([])
    expect(await conclude(T + 30_000)).toEqual([['sent', 'offer-resend', true]])
    expect(await conclude(T + 30_000)).toEqual([])
    await query(store.record({ status: 'queued', messageId: 'm1', receivedAt: T + 31_000 }))
    expect(await conclude(T + 31_000)).toEqual([['sent', 'offer-resend', false]])
    expect(await conclude(T + 5 * MINUTE)).toEqual([['expired', 'offer-resend', true]])
    expect(await conclude(T + 60 * MINUTE)).toEqual([])
  })

  it('writes what is shown', async () => {
    const { store, query, run } = await opened([{ ...sent('m1'), attemptId: '1' }, 'otp'])
    await store.conclude(query, { otp }, T)
    const [row] = await run('SELECT * FROM sds_message')
    expect({ ...row, settled: Boolean(row!['settled']) }).toEqual({
      message_id: 'm1',
      review_at: T + 30_000,
      flow: 'otp',
      status: 'sent',
      settled: false,
      since: T,
      action: 'wait',
      key: 'sent/wait/1',
      advice_key: 'wait/1',
      issue: null,
    })
  })

  it('takes as many as it is told to', async () => {
    const { store, query } = await opened(
      [sent('m1'), 'otp'],
      [sent('m2'), 'otp'],
      [sent('m3'), 'otp'],
    )
    const took = async () => (await store.conclude(query, { otp }, T, { limit: 2 })).messages.length
    expect([await took(), await took(), await took()]).toEqual([2, 1, 0])
  })

  it('tells of a message that it cannot conclude, puts it off, and concludes the others', async () => {
    const { store, query, run, script } = await opened(
      [sent('no flow')],
      [sent('no policy'), 'marketing'],
      [sent('spoilt'), 'otp'],
      [sent('gone'), 'otp'],
      [sent('fine'), 'otp'],
    )
    await script(
      `UPDATE sds_event SET status = 'on-the-way' WHERE message_id = 'spoilt'; DELETE FROM sds_event WHERE message_id = 'gone'`,
    )
    const { messages, issues } = await store.conclude(query, { otp }, T, { putOff: MINUTE })
    expect(messages.map(({ messageId }) => messageId)).toEqual(['fine'])
    expect(Object.fromEntries(issues.map(({ messageId, code }) => [messageId, code]))).toEqual({
      'no flow': 'no-flow',
      'no policy': 'no-policy',
      spoilt: 'unreadable',
      gone: 'unreadable',
    })
    expect(issues.find(({ messageId }) => messageId === 'spoilt')?.message).toContain('on-the-way')
    expect(
      await run(
        `SELECT message_id, review_at FROM sds_message WHERE issue IS NOT NULL ORDER BY message_id`,
      ),
    ).toEqual(
      ['gone', 'no flow', 'no policy', 'spoilt'].map((message_id) => ({
        message_id,
        review_at: T + MINUTE,
      })),
    )
    expect((await store.conclude(query, { otp }, T + MINUTE - 1)).issues).toEqual([])
    expect((await store.conclude(query, { otp }, T + MINUTE)).issues).toHaveLength(4)

    // News, here its flow, makes it due at once.
    await query(store.record(sent('no flow'), { flow: 'otp' }))
    const later = await store.conclude(query, { otp }, T + MINUTE)
    expect(later.messages.map(({ messageId }) => messageId)).toEqual(['no flow'])
    expect(await run(`SELECT issue FROM sds_message WHERE message_id = 'no flow'`)).toEqual([
      { issue: null },
    ])
  })

  it('puts off for a minute by default', async () => {
    const { store, query, run } = await opened([sent('no flow')])
    await store.conclude(query, { otp }, T)
    expect(await run('SELECT review_at FROM sds_message')).toEqual([{ review_at: T + MINUTE }])
  })

  it('refuses what is wrong for all messages, and puts none off', async () => {
    const { store, query, run } = await opened([sent('m1'), 'otp'])
    const broken = { ...otp, window: 0 }
    const policies = { otp, alert: broken }
    await expect(store.conclude(query, policies, T)).rejects.toThrow(
      'policies.alert.window must be > 0 ms',
    )
    expect(await run('SELECT review_at FROM sds_message')).toEqual([{ review_at: 0 }])
  })

  it('makes its table anew from the events', async () => {
    const { store, query, run, script } = await opened([sent('m1'), 'otp'], [sent('m2'), 'alert'])
    await store.conclude(query, { otp, alert }, T)
    const before = await run('SELECT * FROM sds_message ORDER BY message_id')
    await script('DELETE FROM sds_message')
    await query(store.rebuild)
    await store.conclude(query, { otp, alert }, T)
    expect(await run('SELECT * FROM sds_message ORDER BY message_id')).toEqual(before)
  })
})
