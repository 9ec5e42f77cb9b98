import { alert, definePolicy, notification, otp, STATUSES, type Policy } from 'sms-delivery-state'
import { toMermaid } from 'sms-delivery-state/explain'
import { createDeliveryMachine } from 'sms-delivery-state/machine'
import { describe, expect, test } from 'vitest'
import { adjacencyMapToArray, getAdjacencyMap } from 'xstate/graph'

const policies = [
  otp,
  alert,
  notification,
  definePolicy('own', otp, { terminal: ['delivered', 'unknown'], silence: 'unknown' }),
]

describe.each(policies)('$name', (policy) => {
  const { steps, stations } = reached(policy)

  test('the picture shows the stations that the machine can reach, and which of them are settled', () => {
    const drawn = [...toMermaid(policy).matchAll(/^ {4}(\w+) : \w+(, settled)?/gm)]
    expect(
      Object.fromEntries(drawn.map(([, id = '', settled]) => [id, settled !== undefined])),
    ).toEqual(stations)
  })

  test('along the picture’s arrows one gets where the machine’s transitions lead, and nowhere else', () => {
    const arrows = [...toMermaid(policy).matchAll(/^ {4}(\w+) --> (\w+)/gm)]
    const onwards = (id: string): string[] =>
      arrows.flatMap(([, from, to = '']) => (from === id ? [to, ...onwards(to)] : []))
    for (const id of Object.keys(stations))
      expect([...new Set(onwards(id))].sort(), id).toEqual([...(steps[id] ?? [])].sort())
  })
})

/** What the machine can reach at all, and from each station in one step within its room. */
function reached(policy: Policy) {
  const claims = STATUSES.flatMap((type) => [
    { type, at: 0 },
    { type, at: 0, receiptsExpected: false },
  ])
  const map = getAdjacencyMap(createDeliveryMachine(policy), {
    events: [...claims, { type: 'deadline', at: 1 }],
    serializeState: ({ value, context }) => JSON.stringify([value, context.receiptsExpected]),
  })
  const stations: Record<string, boolean> = {}
  const steps: Record<string, Set<string>> = {}
  for (const { state, event, nextState } of adjacencyMapToArray(map)) {
    const [from, to] = [idOf(state.value), idOf(nextState.value)]
    stations[from] = state.hasTag('settled')
    if (event.type !== 'deadline' && to !== from) (steps[from] ??= new Set()).add(to)
  }
  return { steps, stations }
}

/** { closed: { late: 'failed' } } is late_failed in the picture. */
const idOf = (value: object): string =>
  JSON.stringify(value).match(/\w+/g)?.slice(-2).join('_') ?? ''
