import fc from 'fast-check'
import { alert, notification, otp, type DeliveryEvent, type Provider } from 'sms-delivery-state'
import { providers } from 'sms-delivery-state/providers'
import { arbitraries, simulate } from 'sms-delivery-state/testing'
import { examplesOf, namesOfExamples } from '../providers/receipts.ts'
import type { Questions, Sample, Wire, World } from './library.ts'

const SEED = 2026
const HALF = 1_000
const MINUTE = 60_000

/** Their times are those of Europe/London, and an engine alone knows no zones. */
const ZONED = ['firetext', 'mmg']
const isZoned = ({ name }: { readonly name: string }) => ZONED.some((each) => name.startsWith(each))

const all = Object.values<Provider>(providers)
const zoned = all.filter(isZoned)
const others = all.filter((each) => !isZoned(each))

/** 2,000 worlds, the same ones every time. */
export const questions = (): Questions => ({
  worlds: [...networkWorlds(others, HALF), ...smallWorlds()],
  samples: samples().filter((each) => !isZoned(each)),
  zoned: { worlds: networkWorlds(zoned, 50), samples: samples().filter(isZoned) },
  network: { seed: SEED, messages: 200, providers: others.map(({ name }) => name) },
})

/** Messages as the simulated network brings them, raw receipts and all. */
function networkWorlds(providers: readonly Provider[], messages: number): World[] {
  const worlds = new Map<string, { events: DeliveryEvent[]; receipts: Wire[] }>()
  const of = (messageId: string) => {
    const known = worlds.get(messageId) ?? { events: [], receipts: [] }
    worlds.set(messageId, known)
    return known
  }
  for (const step of simulate({ seed: SEED, messages, providers })) {
    if (step.type === 'event') of(step.messageId).events.push(step.event)
    if (step.type === 'receipt') {
      const { body: _, ...context } = step.receipt
      const { provider, text } = step.receipt
      of(step.messageId).receipts.push({ provider: provider.name, text, context })
    }
  }
  return [...worlds].map(([messageId, known], i) => {
    const policy = [otp, alert, notification][i % 3]!
    const start = known.events[0]?.receivedAt ?? 0
    // Before the deadline, at it, and long after it.
    const now = start + [MINUTE, policy.window, 7 * 24 * 60 * MINUTE][(i >> 2) % 3]!
    return { messageId, policy, now, ...known }
  })
}

/** Small worlds, in which instants, ids and deadlines meet all the time. */
function smallWorlds(): World[] {
  const { message, policy, instant, arrivals } = arbitraries(fc)
  const world = fc.tuple(message.chain(arrivals), policy, instant)
  return fc
    .sample(world, { numRuns: HALF, seed: SEED })
    .map(([events, policy, now]) => ({ messageId: 'message-1', policy, now, events, receipts: [] }))
}

/** What the providers' documentation shows, and what users of theirs have seen. */
const samples = (): Sample[] =>
  namesOfExamples.flatMap((name) =>
    examplesOf(name).map(({ name: what, payload, raw = JSON.stringify(payload) }) => ({
      name: `${name}: ${what}`,
      payload,
      raw,
      bytes: [...new TextEncoder().encode(raw)],
    })),
  )
