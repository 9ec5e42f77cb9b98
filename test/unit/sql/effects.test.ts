import { alert, otp, type Action, type DeliveryEvent } from 'sms-delivery-state'
import type { ClaimOptions, Effect } from 'sms-delivery-state/sql'
import { describe, expect, it } from 'vitest'
import { ENGINES, engineFor } from '../../sql/store-engines.ts'

const T = 1_790_000_000_000
const SECOND = 1_000
const MINUTE = 60_000
/** No lease goes on for so long, and no message is due: of one that is, no effect is claimed. */
const LATER = 4 * MINUTE

describe.each(ENGINES)('effects in $name', ({ open }) => {
  const current = engineFor(open)
  const record = (event: DeliveryEvent, flow = 'otp') =>
    current().query(current().store.record(event, { flow }))
  const conclude = (now: number, ...effects: Action[]) =>
    current().store.conclude(current().query, { otp, alert }, now, { effects })
  const claim = async (now: number, options?: ClaimOptions): Promise<Effect[]> => {
    const { store, query } = current()
    return store.loadEffects((await query(store.claim(now, options))).rows)
  }
  const finish = async (effect: Effect, now: number, again?: number) => {
    const { store, query } = current()
    await query(store.finish(effect, now, { again }))
  }
  const keysOf = (effects: readonly Effect[]) =>
    effects.map(({ adviceKey, superseded }) => `${adviceKey}${superseded ? ' superseded' : ''}`)

  const failed = (attemptId: string, receivedAt: number): DeliveryEvent => ({
    status: 'failed',
    messageId: 'm1',
    attemptId,
    receivedAt,
    failure: { reason: 'network' },
  })

  it('are the actions that the caller names, once per advice key', async () => {
    await record(failed('1', T))
    await conclude(T)
    expect(await claim(T)).toEqual([])
    await record({ ...failed('1', T + 1), failure: { reason: 'throttled' } })
    await conclude(T + 1, 'resend', 'fix')
    const [effect, ...others] = await claim(T + 1)
    expect(others).toEqual([])
    expect(effect).toMatchObject({
      messageId: 'm1',
      adviceKey: 'resend/1',
      action: 'resend',
      tries: 1,
      superseded: false,
    })
    await finish(effect!, T + 2)

    // Failed, then undelivered: the key of the state changes, what is to be done does not.
    await record({ ...failed('1', T + 3), status: 'undelivered' })
    const { messages } = await conclude(T + 3, 'resend')
    expect(messages.map(({ changed }) => changed)).toEqual([true])
    expect(await claim(T + LATER)).toEqual([])
    const rows = await current().run('SELECT due_at, claimed_at, finished_at FROM sds_effect')
    expect(rows).toEqual([{ due_at: null, claimed_at: T + 1, finished_at: T + 2 }])
  })

  it('are claimed again with the same id if they were not finished in time', async () => {
    await record(failed('1', T))
    await conclude(T, 'resend')
    const [first] = await claim(T, { lease: MINUTE })
    expect(await claim(T + MINUTE - 1)).toEqual([])
    const [second] = await claim(T + MINUTE)
    expect(second).toEqual({ ...first, tries: 2 })
    // A lease is a minute by default.
    expect(await claim(T + 2 * MINUTE - 1)).toEqual([])
    expect(await claim(T + 2 * MINUTE)).toEqual([{ ...first, tries: 3 }])
    await finish(second!, T + 2 * MINUTE)
    expect(await claim(T + LATER)).toEqual([])
  })

  it('are claimed at most once if that is wanted', async () => {
    await record(failed('1', T))
    await conclude(T, 'resend')
    expect(keysOf(await claim(T, { once: true }))).toEqual(['resend/1'])
    await conclude(T + MINUTE, 'resend')
    expect(await claim(T + LATER)).toEqual([])
    // It was claimed and nobody said that it was done: a person can look.
    const [row] = await current().run('SELECT claimed_at, finished_at, due_at FROM sds_effect')
    expect(row).toEqual({ claimed_at: T, finished_at: null, due_at: null })
  })

  it('that are superseded are told and not run, and are due again if their key comes back', async () => {
    const offered = T + 30 * SECOND
    await record({ status: 'sent', messageId: 'm1', attemptId: '1', receivedAt: T })
    await conclude(offered, 'offer-resend')
    await record({ status: 'pending', messageId: 'm1', attemptId: '2', receivedAt: offered })
    await conclude(offered, 'offer-resend')
    expect(keysOf(await claim(offered))).toEqual(['offer-resend/1 superseded'])
    expect(await claim(offered)).toEqual([])

    await record(failed('2', offered + 1))
    await conclude(offered + 1, 'offer-resend')
    const effects = await claim(offered + 1)
    expect(keysOf(effects)).toEqual(['offer-resend/1'])
    await finish(effects[0]!, offered + 2)

    // What was done is not done again when its key comes back once more.
    await record({ status: 'pending', messageId: 'm1', attemptId: '3', receivedAt: offered + 3 })
    await conclude(offered + 3, 'offer-resend')
    await record(failed('3', offered + 4))
    await conclude(offered + 4, 'offer-resend')
    expect(await claim(offered + LATER)).toEqual([])
  })

  it('wait while news of their message is not concluded', async () => {
    await record(failed('1', T))
    await conclude(T, 'resend')
    await record({ status: 'delivered', messageId: 'm1', attemptId: '1', receivedAt: T + 1 })
    expect(await claim(T + 1)).toEqual([])
    await conclude(T + 1, 'resend')
    expect(keysOf(await claim(T + 1))).toEqual(['resend/1 superseded'])
  })

  it('can be left alone for a while first, in which they may be superseded', async () => {
    await record(failed('1', T))
    await record({ ...failed('1', T), messageId: 'm2' })
    await conclude(T, 'resend')
    expect(await claim(T + 5 * SECOND - 1, { after: 5 * SECOND })).toEqual([])
    await record({ status: 'delivered', messageId: 'm1', attemptId: '1', receivedAt: T + 1 })
    await conclude(T + 1, 'resend')
    const effects = await claim(T + 5 * SECOND, { after: 5 * SECOND, limit: 9 })
    expect(keysOf(effects).sort()).toEqual(['resend/1', 'resend/1 superseded'])
  })

  it('of a poll can be claimed again after a back-off, as long as it is advised', async () => {
    await record({ status: 'sent', messageId: 'm1', attemptId: '1', receivedAt: T }, 'alert')
    const slow = T + 5 * MINUTE
    await conclude(slow, 'poll')
    const [poll] = await claim(slow)
    await finish(poll!, slow, slow + MINUTE)
    expect(await claim(slow + MINUTE - 1)).toEqual([])
    const [again] = await claim(slow + MINUTE)
    expect(again).toEqual({ ...poll, tries: 2 })
    await finish(again!, slow + MINUTE, slow + 2 * MINUTE)

    await record({
      status: 'delivered',
      messageId: 'm1',
      attemptId: '1',
      receivedAt: slow + MINUTE,
    })
    await conclude(slow + MINUTE, 'poll')
    expect(keysOf(await claim(slow + 2 * MINUTE))).toEqual(['poll/1 superseded'])
  })

  it('are claimed by action, and as many as are wanted', async () => {
    await record(failed('1', T))
    await record({ ...failed('1', T), messageId: 'm2' })
    await record({ status: 'delivered', messageId: 'm3', receivedAt: T })
    await conclude(T, 'resend', 'done')
    expect(keysOf(await claim(T, { actions: ['done'], limit: 9 }))).toEqual(['done'])
    expect(keysOf(await claim(T, { actions: ['resend'], limit: 9 }))).toEqual([
      'resend/1',
      'resend/1',
    ])
  })
})
