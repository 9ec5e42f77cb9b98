import { checkInstant } from '../event/instant.ts'
import { reduceIn } from '../delivery/reduce.ts'
import type { DeliveryState } from '../delivery/delivery-state.ts'
import { checkId, checkKeys, checkObject, checkWhole } from '../event/check.ts'
import type { DeliveryEvent } from '../event/event.ts'
import type { Status } from '../event/status.ts'
import { checkPolicy } from '../policy/check-policy.ts'
import type { Policy } from '../policy/policy.ts'
import type { Provider } from '../receipts/provider.ts'
import { isAfter, msOf, type Duration, type Moment } from './duration.ts'
import { encoderOf } from './encoder-of.ts'
import { encodingIn } from './encoding.ts'
import { checkSeed, randomOf } from './random.ts'
import { throwMisuse } from '../event/throw-misuse.ts'
import type { Receipt } from './raw-receipt.ts'
import { eventsOf, receiptsOf, type Step, type StepFields } from './steps.ts'

/** When a scenario starts by default otherwise: 15 January 2026, 09:00 UTC. */
export const START = 1_768_467_600_000

export interface ScenarioOptions {
  /** Who sends the receipts. */
  readonly provider: Provider
  /** What the message is for. */
  readonly flow: Policy
  /** ms since the epoch; {@link START} by default. */
  readonly start?: number | undefined
  /** `message-1` by default. */
  readonly messageId?: string | undefined
  /**
   * How many parts the text has, from 1 to 255, 1 by default. Where the provider reports on each, a
   * step tells of all, or with `segment` of one.
   */
  readonly segments?: number | undefined
}

/**
 * The story of one message, step by step, as raw receipts with their `receivedAt`, as events, and
 * with the `now` to ask at. A step says what happened and when: `'+4s'` after the step before,
 * `'4s'` or `4_000` after the start. What follows it says how its receipt travelled.
 *
 * @throws TypeError for options that are wrong; each step does so for a time that it cannot read,
 * and for what the provider cannot say
 * @example
 * ```ts
 * const story = scenario({ provider: twilio, flow: otp }).pending().sent('+1s').duplicated().delivered('+4s').late('6m')
 *
 * for (const { body, receivedAt = 0 } of story.receipts()) console.log(body['MessageStatus'], receivedAt - START)
 * // → sent 1000
 * // → sent 2000
 * // → delivered 365000
 * console.log(story.state().status, reduce(story.events(), notification, story.now).status) // → expired delivered
 * ```
 */
export function scenario(options: ScenarioOptions): Scenario {
  const where = 'scenario: '
  checkObject(options, where, 'options')
  checkKeys(options, ['provider', 'flow', 'start', 'messageId', 'segments'], where, 'options')
  const { provider, flow, start = START, messageId = 'message-1', segments = 1 } = options
  encoderOf(provider, where)
  checkPolicy(flow, where, 'flow')
  checkInstant(start, where, 'start')
  checkId(messageId, where, 'messageId')
  checkWhole(segments, 255, where, 'segments')
  return new Scenario({ provider, flow, start, messageId, segments }, [], start, 1)
}

type Setup = { readonly [Option in keyof ScenarioOptions]-?: NonNullable<ScenarioOptions[Option]> }

/**
 * Each call gives a new scenario and leaves the old one as it was, so that stories can share their
 * beginning. Made by {@link scenario}.
 */
export class Scenario {
  readonly #setup: Setup
  readonly #steps: readonly Step[]
  readonly #at: number
  readonly #attempt: number

  constructor(setup: Setup, steps: readonly Step[], at: number, attempt: number) {
    this.#setup = setup
    this.#steps = steps
    this.#at = at
    this.#attempt = attempt
  }

  /** We submit the message. No provider says so: it is an event and no receipt. */
  pending(when?: Moment, fields?: StepFields): Scenario {
    return this.#tell('pending', when, fields)
  }
  /**
   * The platform takes it. Where the provider has no receipt for that, it is the API's answer: an
   * event and no receipt.
   */
  accepted(when?: Moment, fields?: StepFields): Scenario {
    return this.#tell('accepted', when, fields)
  }
  queued(when?: Moment, fields?: StepFields): Scenario {
    return this.#tell('queued', when, fields)
  }
  sent(when?: Moment, fields?: StepFields): Scenario {
    return this.#tell('sent', when, fields)
  }
  unknown(when?: Moment, fields?: StepFields): Scenario {
    return this.#tell('unknown', when, fields)
  }
  expired(when?: Moment, fields?: StepFields): Scenario {
    return this.#tell('expired', when, fields)
  }
  failed(when?: Moment, fields?: StepFields): Scenario {
    return this.#tell('failed', when, fields)
  }
  undelivered(when?: Moment, fields?: StepFields): Scenario {
    return this.#tell('undelivered', when, fields)
  }
  delivered(when?: Moment, fields?: StepFields): Scenario {
    return this.#tell('delivered', when, fields)
  }

  /**
   * We submit the same text again, with another provider if you name one: the next steps are about
   * this second attempt.
   */
  resend(when?: Moment, provider: Provider = this.#setup.provider): Scenario {
    encoderOf(provider, 'resend: ')
    if (when !== undefined) msOf(when, 'resend: ', 'when')
    return new Scenario(
      { ...this.#setup, provider },
      this.#steps,
      this.#at,
      this.#attempt + 1,
    ).pending(when)
  }

  /** Nothing happens for so long. */
  wait(duration: Duration): Scenario {
    return new Scenario(
      this.#setup,
      this.#steps,
      this.#at + msOf(duration, 'wait: ', 'duration'),
      this.#attempt,
    )
  }

  /** The last step's receipt comes again, `times` times, each `after` the one before. */
  duplicated(times = 1, after: Duration = '1s'): Scenario {
    checkWhole(times, 1_000, 'duplicated: ', 'times')
    const gap = msOf(after, 'duplicated: ', 'after')
    return this.#travelling('duplicated: ', ({ arrives }) => {
      const last = arrives.at(-1)
      return last === undefined
        ? []
        : [...arrives, ...Array.from({ length: times }, (_, i) => last + gap * (i + 1))]
    })
  }

  /**
   * The last step's receipt arrives so long after what it tells of: after the window of the flow,
   * by default.
   */
  late(by: Duration = this.#setup.flow.window + 1): Scenario {
    const delay = msOf(by, 'late: ', 'by')
    return this.#travelling('late: ', ({ at }) => [at + delay])
  }

  /** The last step's receipt never arrives. */
  lost(): Scenario {
    return this.#travelling('lost: ', () => [])
  }

  /**
   * All receipts so far are held up until the last of them is there, and then come in another
   * order, a ms apart. The same seed gives the same order.
   */
  shuffled(seed: number): Scenario {
    checkSeed(seed, 'shuffled: ')
    const arrivals = this.#steps.flatMap((step) => (step.isOurs ? [] : step.arrives))
    const last = arrivals.reduce((one, other) => Math.max(one, other), this.#setup.start)
    const order = randomOf(seed).shuffled([...arrivals.keys()])
    let next = 0
    const deal = (step: Step): Step =>
      step.isOurs ? step : { ...step, arrives: step.arrives.map(() => last + (order[next++] ?? 0)) }
    return new Scenario(this.#setup, this.#steps.map(deal), this.#at, this.#attempt)
  }

  /**
   * The raw receipts in order of arrival, each with its `receivedAt` and the ids that a callback's
   * address can carry: for `parseReceipts`, or your handler.
   */
  receipts(): Receipt[] {
    return receiptsOf(this.#steps).sort(
      (one, other) => (one.receivedAt ?? Infinity) - (other.receivedAt ?? Infinity),
    )
  }

  /**
   * The same read by the provider, and what the service itself knows: in the order in which it
   * became known.
   */
  events(): DeliveryEvent[] {
    return eventsOf(this.#steps).sort(
      (one, other) => (one.receivedAt ?? Infinity) - (other.receivedAt ?? Infinity),
    )
  }

  /**
   * The instant to ask at: when the last thing has happened, and the last receipt has come. ms
   * since the epoch.
   */
  get now(): number {
    return this.#steps
      .flatMap(({ arrives }) => arrives)
      .reduce((one, other) => Math.max(one, other), this.#at)
  }

  /** What the flow shows in the end: `reduce(events(), flow, now)`. */
  state(): DeliveryState {
    return reduceIn('state: ', this.events(), this.#setup.flow, this.now)
  }

  #tell(status: Status, when: Moment = '+0ms', fields: StepFields = {}): Scenario {
    const where = `${status}: `
    checkObject(fields, where, 'fields')
    const { provider, start, messageId, segments } = this.#setup
    const at = (isAfter(when) ? this.#at : start) + msOf(when, where, 'when')
    const isOurs =
      status === 'pending' ||
      (status === 'accepted' && !encodingIn(provider, encoderOf(provider, where)[0], { status }))
    const step = {
      where,
      status,
      at,
      arrives: [at],
      isOurs,
      provider,
      messageId,
      segments,
      attempt: this.#attempt,
      fields,
    }
    // What a provider cannot say shows here, at the step that asks for it.
    eventsOf([step])
    return new Scenario(this.#setup, [...this.#steps, step], at, this.#attempt)
  }

  #travelling(where: string, arrives: (step: Step) => readonly number[]): Scenario {
    const last = this.#steps.at(-1)
    if (!last || last.isOurs)
      throwMisuse(
        where,
        'the step before',
        'one that the provider reports',
        last?.status,
        'What the service knows itself does not travel: put it behind sent(), say.',
      )
    return new Scenario(
      this.#setup,
      [...this.#steps.slice(0, -1), { ...last, arrives: arrives(last) }],
      this.#at,
      this.#attempt,
    )
  }
}
