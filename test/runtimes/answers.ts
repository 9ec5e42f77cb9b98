import type { DeliveryEvent, DeliveryState, Evidence } from 'sms-delivery-state'
import type { Library, Questions, Wire, World } from './library.ts'
import { attempt, readingsOf, simulated, summariesOf, textsOf } from './about-all.ts'

/** What the beginning of a line says that a runtime must have, beside the language. */
export const NEEDS = {
  zones: '{"zones":',
  packages: '{"packages":',
} as const

/**
 * What the package says of all worlds: a line of JSON for each world, then lines about all of them.
 * Plain JavaScript, without a name that only some runtimes have.
 */
export function answersOf(library: Library, questions: Questions): string {
  const { worlds, samples, zoned, network } = questions
  const states: DeliveryState[] = []
  const lines = worlds.flatMap((world, i): object[] => {
    const { state, events, ...answer } = answerOf(library, world)
    states.push(state)
    const line = { world: i, state, ...answer }
    return i % 10 > 0
      ? [line]
      : [
          { ...line, ...pictureOf(library, world, events) },
          { zones: i, ...inZone(library, world, events) },
          ...throughPackages(library, world, state).map((each) => ({ packages: i, ...each })),
        ]
  })
  return [
    ...lines,
    ...samples.map((sample) => readingsOf(library, sample)),
    ...zoned.worlds.map((world, i) => ({ zones: i, ...answerOf(library, world) })),
    ...zoned.samples.map((sample, i) => ({ zones: i, ...readingsOf(library, sample) })),
    ...summariesOf(library, states),
    ...textsOf(library, worlds.slice(0, 50)),
    ...simulated(library, network),
  ]
    .map((line) => JSON.stringify(line))
    .join('\n')
}

const named = ({ messageId }: World) => ({ messageId })

function parse({ providers }: Library, { provider, text, context }: Wire) {
  const own = Object.values(providers.providers).find(({ name }) => name === provider)
  const { events = [], issues = [] } = own?.parse(text, context) ?? {}
  return { events, issues, detected: providers.detect(text)?.name ?? null }
}

function answerOf(library: Library, world: World) {
  const { core, explain } = library
  const { policy, now } = world
  const parsed = world.receipts.map((wire) => parse(library, wire))
  const events = [...world.events, ...parsed.flatMap((each) => each.events)]
  const half = events.length >> 1
  const parts = [events.slice(half), events.slice(0, half)].map((part) =>
    core.collect(part, named(world)),
  )
  const evidence = core.merge(...parts)
  const { reviewAt = now } = core.stateOf(evidence, policy, now)
  let known: Evidence | undefined
  return {
    state: core.reduce(events, policy, now, named(world)),
    parsed,
    events,
    evidence,
    isMerged: JSON.stringify(core.collect(events, named(world))) === JSON.stringify(evidence),
    later: core.stateOf(evidence, policy, reviewAt).key,
    timeline: core.timeline(events, policy, now, named(world)),
    // The events one by one, as webhooks bring them.
    applied: events.map((event) => {
      const { evidence, verdict, changed, state } = core.apply(known, event, policy, now)
      known = evidence
      return [verdict, changed, state.key, state.advice.key]
    }),
    texts: events.map(core.eventText),
    explained: explain.explain(events, policy, now, named(world)),
  }
}

const pictureOf = ({ explain }: Library, world: World, events: readonly DeliveryEvent[]) => ({
  html: explain.toHtml(explain.explanation(events, world.policy, world.now, named(world))),
})

const inZone = ({ explain }: Library, world: World, events: readonly DeliveryEvent[]) => {
  const { messageId, policy, now } = world
  const options = { messageId, timeZone: 'Asia/Kathmandu' }
  return { explained: attempt(() => explain.explain(events, policy, now, options)) }
}

/** What XState and zod make of a state. */
function throughPackages({ machine, schema }: Library, { policy }: World, state: DeliveryState) {
  if (!machine || !schema) return []
  const snapshot = machine.machineSnapshot(state)
  return [
    {
      snapshot,
      status: machine.statusOf(machine.createDeliveryMachine(policy).resolveState(snapshot)),
      isLawful: schema.deliveryState.safeParse(state).success,
      issue: schema.deliveryState.safeParse({ ...state, status: 'gone' }).error?.message,
    },
  ]
}
