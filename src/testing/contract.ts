import { checkEvent } from '../event/checked-event.ts'
import { checkIterable, checkObject } from '../event/check.ts'
import type { DeliveryEvent } from '../event/event.ts'
import { throwMisuse } from '../event/throw-misuse.ts'
import type { Parsed, Provider, ReceiptContext } from '../receipts/provider.ts'
import { sortedText } from './sorted-text.ts'
import { changedAt, formsOf, placesIn, strange, type Path } from './mutations.ts'

/** One receipt of the provider, recorded or from its documentation, that gives one event. */
export interface ContractReceipt {
  readonly receipt: object
  /** What must stand in its event; fields that are not here may be anything. */
  readonly event: Partial<DeliveryEvent>
  /**
   * Where its status word is: `['data', 'status']`; or each place, if it says it in several:
   * `[['MessageStatus'], ['SmsStatus']]`.
   */
  readonly status: Path | readonly Path[]
  /** The same for its id; left out if the provider has none. */
  readonly id?: Path | readonly Path[] | undefined
  /** It comes as a form too: a flat object of texts. */
  readonly form?: boolean | undefined
}

/** `describe` and `it` of vitest, Jest, node:test or Mocha. */
export interface TestRunner {
  readonly describe: (title: string, body: () => void) => unknown
  readonly it: (title: string, body: () => void) => unknown
}

/**
 * The promises of a {@link Provider}, as tests of a provider of your own: it reads your receipts in
 * every form, never throws on data, loses nothing, guesses nothing, and changes nothing. Nothing is
 * imported for that: hand in your test runner.
 *
 * @throws TypeError where an argument is none; each test throws an `Error` that says what was
 * handed in and what came out
 * @example
 * ```ts
 * // import { describe, it } from 'vitest'
 * const acme = defineProvider({ name: 'acme', shapes: [{ id: 'sms.id', status: 'sms.state' }], statuses: { SENT: 'sent', DONE: 'delivered' } })
 * const receipt = { sms: { id: 'a1', state: 'DONE' } }
 * providerContract(
 *   acme,
 *   [{ receipt, event: { status: 'delivered', providerMessageId: 'a1' }, status: ['sms', 'state'], id: ['sms', 'id'] }],
 *   { describe, it },
 * )
 * ```
 */
export function providerContract(
  provider: Provider,
  receipts: Iterable<ContractReceipt>,
  runner: TestRunner,
): void {
  const where = 'providerContract: '
  checkObject(runner, where, 'runner', 'Pass { describe, it } of your test runner.')
  const { describe, it } = runner
  checkObject(provider, where, 'provider')
  checkIterable(receipts, where, 'receipts')
  const all = [...receipts]
  if (all.length === 0)
    throwMisuse(
      where,
      'receipts',
      'at least one',
      'none',
      'Record one of each shape that the provider sends.',
    )

  describe(`${provider.name} keeps the contract of a provider`, () => {
    all.forEach((one, i) => describe(`receipt ${i + 1}`, () => checkReceipt(provider, one, it)))

    it('makes an issue of whatever is no receipt, and never throws', () => {
      for (const one of strange()) {
        const { events, issues } = sound(provider, one)
        if (events.length === 0 && issues.length === 0 && !Array.isArray(one))
          fail('lost', one, { events, issues })
      }
    })
  })
}

function checkReceipt(
  provider: Provider,
  { receipt, event, status, id, form = false }: ContractReceipt,
  it: TestRunner['it'],
): void {
  it('gives its event, and nothing about it is in doubt', () => {
    const parsed = sound(provider, receipt)
    const [said] = parsed.events
    const isRight = Object.entries(event).every(([name, value]) =>
      same(said?.[name as keyof DeliveryEvent], value),
    )
    if (parsed.events.length !== 1 || parsed.issues.length > 0 || !isRight)
      fail(`not read as ${sortedText(event)}`, receipt, parsed)
    if (said?.provider !== provider.name)
      fail(`its provider is not ${provider.name}`, receipt, parsed)
  })

  it('reads it alike in every form, and in arrays', () => {
    const wanted = provider.parse(receipt)
    for (const [what, given] of formsOf(receipt, form)) {
      const parsed = sound(provider, given)
      if (!same(parsed, wanted)) fail(`${what} is read otherwise than the object`, given, parsed)
      const twice = sound(provider, [given, [given]])
      if (!same(twice.events, [...wanted.events, ...wanted.events]))
        fail(`${what} is read otherwise in an array`, given, twice)
    }
  })

  it('keeps a status word that it does not know, and does not guess', () => {
    for (const word of ['teleported', '__proto__', 'constructor', ' sent']) {
      const parsed = sound(provider, changedIn(receipt, status, word))
      const keeps = parsed.issues.some(
        (issue) => issue.code === 'unrecognized-status' && issue.received === word,
      )
      if (parsed.events.length > 0 || !keeps)
        fail(`the word ${word} became something else than an issue that keeps it`, word, parsed)
    }
  })

  for (const [name, path] of [['status', status] as const, ['id', id] as const]) {
    if (path === undefined) continue
    it(`makes an issue of a wrong or missing ${name}`, () => {
      // Null is a word to some: not processed yet.
      for (const wrong of [undefined, ...(name === 'id' ? [null] : []), '', true, 1.5, {}, []]) {
        const changed = changedIn(receipt, path, wrong)
        const parsed = sound(provider, changed)
        if (parsed.events.length > 0 || parsed.issues.length === 0)
          fail(`its ${name} is ${sortedText(wrong)}`, changed, parsed)
      }
    })
  }

  it('never throws, whatever stands in the place of a field, and gives lawful events or issues', () => {
    for (const path of placesIn(receipt))
      for (const one of strange()) sound(provider, changedAt(receipt, path, one))
    const text = JSON.stringify(receipt)
    for (let end = 0; end < text.length; end++) sound(provider, text.slice(0, end))
  })

  it('reads the rest of a batch that has a bad item, and says which it is', () => {
    const parsed = sound(provider, [receipt, changedIn(receipt, status, 'teleported'), receipt])
    if (parsed.events.length !== 2 || parsed.issues[0]?.index !== 1)
      fail('a batch whose item 1 is bad', receipt, parsed)
  })

  it('changes nothing that it is handed, and takes no field from a prototype', () => {
    const before = JSON.stringify(receipt)
    sound(provider, receipt)
    sound(provider, JSON.parse(`{"__proto__":{"polluted":1},${before.slice(1)}`))
    if (JSON.stringify(receipt) !== before)
      fail('the receipt was changed', before, provider.parse(receipt))
    if ('polluted' in {}) fail('Object.prototype was polluted', before, provider.parse(receipt))
    const inherited = sound(provider, Object.create(receipt))
    if (inherited.events.length > 0) fail('fields were taken from a prototype', receipt, inherited)
  })

  it('says what the context says', () => {
    const context = {
      receivedAt: 5,
      messageId: 'm',
      attemptId: 'a',
      source: 'manual',
      ref: 'r',
    } satisfies ReceiptContext
    const parsed = provider.parse(receipt, context)
    if (!same(parsed.events, [{ ...provider.parse(receipt).events[0], ...context }]))
      fail(`with ${sortedText(context)}`, receipt, parsed)
  })
}

/** A copy with another value in one place or in several. */
const changedIn = (receipt: unknown, field: Path | readonly Path[], value: unknown): unknown =>
  (isPath(field) ? [field] : field).reduce<unknown>(
    (changed, path) => changedAt(changed, path, value),
    receipt,
  )

const isPath = (field: Path | readonly Path[]): field is Path => !Array.isArray(field[0])

/** Whatever was parsed, the rest of the library can take it. */
function sound(provider: Provider, receipt: unknown): Parsed {
  const parsed = provider.parse(receipt)
  for (const event of parsed.events) checkEvent(event, 'providerContract: event.')
  for (const issue of parsed.issues)
    if (issue.message === '') fail('an issue says nothing', receipt, parsed)
  return parsed
}

/** Equal as JSON, in whatever order the keys stand. */
const same = (one: unknown, other: unknown): boolean => sortedText(one) === sortedText(other)

function fail(problem: string, receipt: unknown, parsed: Parsed): never {
  throw new Error(
    `sms-delivery-state: providerContract: ${problem}.\n  receipt: ${sortedText(receipt).slice(0, 2_000)}\n  parsed: ${sortedText(parsed)}`,
  )
}
