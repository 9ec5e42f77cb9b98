import { otp, type DeliveryEvent } from 'sms-delivery-state'
import type { Statement } from 'sms-delivery-state/sql'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connectAll, empty, inTransaction, store, type Worker } from './pg.ts'

const T = 1_790_000_000_000
const { record, conclude } = store

const own: DeliveryEvent = {
  status: 'accepted',
  messageId: 'm1',
  attemptId: '1',
  provider: 'x',
  providerMessageId: 'p1',
  receivedAt: T,
}
const orphan: DeliveryEvent = {
  status: 'delivered',
  provider: 'x',
  providerMessageId: 'p1',
  receivedAt: T + 1,
}

describe('workers at the same time', () => {
  let workers: Worker[]
  beforeAll(async () => {
    workers = await connectAll(8)
  })
  beforeEach(() => empty(workers[0]!))
  afterAll(() => Promise.all(workers.map(({ client }) => client.end())))

  const concluded = async (worker: Worker): Promise<string[]> =>
    (await inTransaction(worker, () => conclude(worker.query, { otp }, T + 10))).messages.map(
      ({ state }) => state.status,
    )

  /**
   * Two statements, each in a transaction: the second begins before the first is committed. Then a
   * poller, and its commit.
   */
  async function race(
    first: Statement,
    second: Statement,
  ): Promise<{ between: string[]; after: string[] }> {
    const [a, b, poller] = workers as [Worker, Worker, Worker]
    await a.client.query('BEGIN')
    await a.query(first)
    await b.client.query('BEGIN')
    const waiting = b.query(second)
    await new Promise((resolve) => setTimeout(resolve, 100))
    await a.client.query('COMMIT')
    await waiting
    const between = await concluded(poller)
    await b.client.query('COMMIT')
    return { between, after: await concluded(poller) }
  }

  it('lose no receipt that comes while the event that ties its id is not committed', async () => {
    expect(await race(record(own, { flow: 'otp' }), record(orphan))).toEqual({
      between: [],
      after: ['delivered'],
    })
  })

  it('lose no receipt that is not committed when the event that ties its id comes', async () => {
    expect(await race(record(orphan), record(own, { flow: 'otp' }))).toEqual({
      between: [],
      after: ['delivered'],
    })
  })

  it('lose no receipt whose id moves to another message meanwhile', async () => {
    const [a, b, poller] = workers as [Worker, Worker, Worker]
    await a.query(record({ ...own, messageId: 'm2' }, { flow: 'otp' }))
    await a.query(
      record({ ...own, status: 'pending', providerMessageId: undefined }, { flow: 'otp' }),
    )
    expect(await concluded(poller)).toHaveLength(2)
    expect(await race(record(own), record(orphan))).toEqual({
      between: ['accepted'],
      after: ['delivered'],
    })
    expect(
      (await b.client.query('SELECT message_id, status FROM sds_message ORDER BY message_id')).rows,
    ).toEqual([
      { message_id: 'm1', status: 'delivered' },
      { message_id: 'm2', status: 'accepted' },
    ])
  })

  // As anybody would write it. Both read as of the statement's start, so they miss what is
  // committed while they wait.
  it.each([
    [
      'an update of the message',
      /INSERT INTO sds_message[^]*$/,
      'UPDATE sds_message SET review_at = 0 WHERE message_id IN (SELECT message_id FROM tied)',
    ],
    [
      'a look at the tie',
      /held AS \([^]*?\), tied AS \([^]*?\n\)\n/,
      `held AS (
        SELECT message_id FROM sds_tie WHERE hash = (SELECT tie FROM event WHERE message_id IS NULL)
      ), tied AS (SELECT NULL AS message_id, NULL AS moved_from)\n`,
    ],
  ])('lose one by %s instead', async (_, from, to) => {
    const statement = record(orphan)
    const text = statement.text.replace(from, to)
    expect(text).not.toBe(statement.text)
    const { after } = await race(record(own, { flow: 'otp' }), { ...statement, name: '', text })
    expect(after).toEqual([])
  })

  it('make a message due again if it is news while the message is concluded', async () => {
    const [a, b] = workers as [Worker, Worker]
    await a.query(record(own, { flow: 'otp' }))
    let waiting: unknown
    await inTransaction(a, async () => {
      await conclude(a.query, { otp }, T + 10)
      waiting = b.query(record(orphan))
      await new Promise((resolve) => setTimeout(resolve, 100))
    })
    await waiting
    expect(await concluded(a)).toEqual(['delivered'])
  })

  it('conclude no message twice, and wait for none', async () => {
    const [first] = workers as [Worker]
    const ids = Array.from({ length: 60 }, (_, i) => `m${i}`)
    for (const messageId of ids)
      await first.query(
        record({ ...own, messageId, providerMessageId: messageId }, { flow: 'otp' }),
      )
    const took = await Promise.all(
      workers.map((worker) =>
        inTransaction(worker, () => conclude(worker.query, { otp }, T + 10, { limit: 20 })),
      ),
    )
    const names = took.flatMap(({ messages }) => messages.map(({ messageId }) => messageId))
    expect(names.sort()).toEqual(ids.sort())
  })

  it('claim each effect once', async () => {
    const [first] = workers as [Worker]
    const failed: DeliveryEvent = {
      status: 'failed',
      attemptId: '1',
      receivedAt: T,
      failure: { reason: 'network' },
    }
    for (let i = 0; i < 60; i++)
      await first.query(record({ ...failed, messageId: `m${i}` }, { flow: 'otp' }))
    await inTransaction(first, () => conclude(first.query, { otp }, T, { effects: ['resend'] }))
    const claimed: string[] = []
    const work = async ({ query }: Worker) => {
      for (;;) {
        const [effect] = store.loadEffects((await query(store.claim(T))).rows)
        if (!effect) return
        claimed.push(effect.messageId)
        await query(store.finish(effect, T))
      }
    }
    // A row that another worker holds is passed over: so one last look.
    for (let i = 0; i < 2; i++) await Promise.all(workers.map(work))
    expect(claimed).toHaveLength(60)
    expect(new Set(claimed).size).toBe(60)
  })

  it('make the tables together', async () => {
    await workers[0]!.client.query('DROP TABLE sds_event, sds_tie, sds_message, sds_effect')
    await Promise.all(workers.map(({ client }) => client.query(store.schema)))
    expect((await workers[0]!.client.query('SELECT * FROM sds_event')).rows).toEqual([])
  })
})
