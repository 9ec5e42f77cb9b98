import type { DeliveryState, Parsed, Provider } from 'sms-delivery-state'
import type { Library, Questions, Sample, World } from './library.ts'

/** A result, or what was thrown instead of it. */
export function attempt<Result>(task: () => Result): Result | { readonly thrown: string } {
  try {
    return task()
  } catch (error) {
    return { thrown: String(error) }
  }
}

/** Whose a receipt is found to be, what that provider reads in it, and what each other one says. */
export function readingsOf({ core, providers }: Library, { name, payload, raw, bytes }: Sample) {
  const context = { receivedAt: 1_790_000_000_000, messageId: 'm1', ref: 'r1' }
  const forms = [payload, raw, Uint8Array.from(bytes)]
  return {
    sample: name,
    detected: forms.map((form) => providers.detect(form)?.name ?? null),
    parsed: core.parseReceipts(providers.anyProvider, [{ body: raw, ...context }]),
    others: Object.values<Provider>(providers.providers).map((provider) => [
      provider.name,
      ...forms.map((form) => briefly(provider.parse(form, context))),
    ]),
  }
}

const briefly = ({ events, issues }: Parsed) =>
  [...events.map(({ status }) => status), ...issues.map(({ code }) => code)].join()

export function summariesOf({ metrics }: Library, states: readonly DeliveryState[]): object[] {
  const now = states.reduce((last, { lastReceivedAt = 0 }) => Math.max(last, lastReceivedAt), 0)
  const summary = metrics.summarize(states, { groupBy: ({ provider }) => provider, now })
  const total = metrics.totalOf(summary)
  return [
    { summary },
    { total, rates: metrics.ratesOf(total), percentiles: metrics.percentilesOf(total) },
    { prometheus: metrics.toPrometheus(summary), curve: metrics.toDeliveryCurveSvg(summary) },
  ]
}

/** Texts that are made of tables, and what misuse is told. */
export function textsOf({ core, explain, sql }: Library, worlds: readonly World[]): object[] {
  const { otp, alert, notification } = core
  const policies = { otp, alert, notification }
  const events = worlds.flatMap((world) => world.events)
  const stores = (['postgres', 'sqlite'] as const).map((dialect) => {
    const { schema, rebuild, claim, eventsOf, record } = sql.sql(dialect)
    const recorded = events.map((event) => attempt(() => record(event, { flow: 'otp' }).values))
    return { dialect, schema, rebuild, claim: claim(1e12), eventsOf: eventsOf(['m1']), recorded }
  })
  const queries = (['postgres', 'sqlite', 'duckdb'] as const).map((dialect) => ({
    query: sql.stateQuery(dialect, policies),
    byMessage: sql.byMessageQuery(dialect, { from: 'log' }),
  }))
  const pictures = Object.values(policies).map(explain.toMermaid)
  const lists = [core.STATUSES, core.ACTIONS, core.VERDICTS, core.ISSUE_CODES, core.FAILURE_REASONS]
  return [...stores, ...queries, { pictures, lists }, misuseOf(core)]
}

function misuseOf(core: Library['core']): object {
  const wrong = [new Date(0), '2026-11-21', 5n, NaN, null, [], () => 0, Symbol('x'), { then() {} }]
  const told = (task: (one: never) => unknown) =>
    wrong.map((one) => attempt(() => task(one as never)))
  return {
    now: told((one) => core.reduce([], core.otp, one)),
    events: told((one) => core.reduce(one, core.otp, 0)),
    event: told((one) => core.reduce([one], core.otp, 0)),
    receivedAt: told((receivedAt) => core.reduce([{ status: 'sent', receivedAt }], core.otp, 0)),
    policy: told((one) => core.reduce([], one, 0)),
  }
}

/** The same seed gives the same network on every machine. */
export function simulated(
  { providers, testing }: Library,
  network: Questions['network'],
): object[] {
  const all = Object.values<Provider>(providers.providers)
  const some = all.filter(({ name }) => network.providers.includes(name))
  return [...testing.simulate({ ...network, providers: some })]
}
