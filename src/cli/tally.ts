import { OUTCOMES, STATUSES, type DeliveryState, type Outcome, type Status } from '../index.ts'

/** How many messages there are of each kind. */
export class Tally {
  messages = 0
  conflicts = 0
  /** The policies by which they were reduced. */
  readonly policies = new Set<string>()
  readonly #statuses = new Map<Status, number>()
  readonly #outcomes = new Map<Outcome, number>()

  add({ status, outcome, attempts, policy }: DeliveryState): void {
    this.messages++
    if (attempts.some(({ conflict }) => conflict)) this.conflicts++
    this.policies.add(policy)
    this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1)
    this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1)
  }

  /** Best first; what there is none of is left out. */
  get outcomes(): string {
    return counted(new Set(STATUSES.map((status) => OUTCOMES[status])), this.#outcomes)
  }

  get statuses(): string {
    return counted(STATUSES, this.#statuses)
  }
}

function counted<Name extends string>(
  names: Iterable<Name>,
  counts: ReadonlyMap<Name, number>,
): string {
  return [...names]
    .reverse()
    .flatMap((name) => (counts.has(name) ? [`${counts.get(name)} ${name}`] : []))
    .join(', ')
}

/** `1 issue`, `2 issues` */
export const plural = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`
