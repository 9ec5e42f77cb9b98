import type { DeliveryState } from '../delivery/delivery-state.ts'
import type { Draft } from '../event/omit-undefined.ts'
import { compareText } from '../event/order.ts'
import { OUTCOMES } from '../event/status.ts'
import { bucketOf } from './buckets.ts'
import { addCounts, emptyCounts, emptyProviderCounts, increase } from './counts.ts'
import {
  deliveredBy,
  isAnswered,
  isDeliveryClaimed,
  isHandedOn,
  isReported,
  reasonOf,
} from './facts.ts'
import type {
  CodeCount,
  Frequencies,
  GroupSummary,
  ProviderCounts,
  ProviderSummary,
} from './summary.ts'
import { timeToDeliver } from './time-to-deliver.ts'

/** A group in the making. States and summaries are added alike, so any split gives the same. */
export class Tally {
  readonly #counts = emptyCounts()
  readonly #deliveredAfter = new Map<number, number>()
  readonly #openAfter = new Map<number, number>()
  readonly #attempts = new Map<number, number>()
  readonly #codes = new Map<string, Draft<CodeCount>>()
  readonly #providers = new Map<string, ProviderCounts>()

  add(state: DeliveryState, now: number | undefined): void {
    const { status, settled, by, failure, attempts } = state
    const counts = this.#counts
    const isDelivered = OUTCOMES[status] === 'delivered'
    counts.messages++
    counts.statuses[status]++
    counts.outcomes[OUTCOMES[status]]++
    if (attempts.some(isAnswered)) counts.reached.answered++
    if (attempts.some(isHandedOn)) counts.reached.handedOn++
    if (isDelivered) counts.reached.delivered++
    if (settled) counts.settled++
    // What is delivered was reported, whatever a state from elsewhere says of its attempts.
    if (isDelivered || attempts.some(isReported)) counts.reported++
    if (by === 'clock') counts.silent++
    if (attempts.some(({ conflict }) => conflict)) counts.conflicts++
    if (isDelivered) counts.late.shown += Number(isLate(state))
    else if (isDeliveryClaimed(state)) counts.late.unshown++
    const reason = reasonOf(state)
    if (reason !== undefined) {
      counts.reasons[reason]++
      if (failure?.code !== undefined) this.#addCode(state.provider, failure.code, 1)
    }
    if (attempts.length > 1) counts.resent[deliveredBy(attempts)]++
    this.#addTime(state, now)
    increase(this.#attempts, attempts.length)
    for (const attempt of attempts) {
      const provider = this.#provider(attempt.provider)
      provider.attempts++
      if (isReported(attempt)) provider.reported++
      if (attempt.strongest === 'delivered') provider.delivered[attempt.confirmedBy ?? 'unstated']++
    }
  }

  /** Of a summary that was checked. */
  addGroup(group: GroupSummary): void {
    addCounts(this.#counts, group)
    for (const [bucket, count] of group.deliveredAfter)
      increase(this.#deliveredAfter, bucket, count)
    for (const [bucket, count] of group.openAfter) increase(this.#openAfter, bucket, count)
    for (const [attempts, count] of group.attempts) increase(this.#attempts, attempts, count)
    for (const { provider, code, messages } of group.codes) this.#addCode(provider, code, messages)
    for (const counts of group.providers) addCounts(this.#provider(counts.provider), counts)
  }

  toSummary(key: string | undefined): GroupSummary {
    return {
      ...(key !== undefined && { key }),
      ...this.#counts,
      deliveredAfter: frequencies(this.#deliveredAfter),
      openAfter: frequencies(this.#openAfter),
      attempts: frequencies(this.#attempts),
      codes: [...this.#codes.values()].sort(
        (a, b) => compareText(a.provider, b.provider) || compareText(a.code, b.code),
      ),
      providers: [...this.#providers]
        .sort(([a], [b]) => compareText(a, b))
        .map(([provider, counts]): ProviderSummary => ({
          ...(provider !== '' && { provider }),
          ...counts,
        })),
    }
  }

  #addTime(state: DeliveryState, now: number | undefined): void {
    const time = timeToDeliver(state, now)
    if (time.kind === 'delivered') increase(this.#deliveredAfter, bucketOf(time.ms))
    else if (time.kind === 'open') increase(this.#openAfter, bucketOf(time.ms))
    else this.#counts.untimed[time.kind]++
  }

  #addCode(provider: string | undefined, code: string, messages: number): void {
    const key = JSON.stringify([provider, code])
    const known = this.#codes.get(key)
    if (known) known.messages += messages
    else this.#codes.set(key, { ...(provider !== undefined && { provider }), code, messages })
  }

  /** No provider has an empty name. */
  #provider(name = ''): ProviderCounts {
    let counts = this.#providers.get(name)
    if (!counts) this.#providers.set(name, (counts = emptyProviderCounts()))
    return counts
  }
}

const isLate = ({ deliveryKnownAt, deadline }: DeliveryState): boolean =>
  deliveryKnownAt !== undefined && deadline !== undefined && deliveryKnownAt > deadline

const frequencies = (counts: ReadonlyMap<number, number>): Frequencies =>
  [...counts].sort(([a], [b]) => a - b)
