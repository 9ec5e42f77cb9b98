import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Status } from '../../src/event/status.ts'
import type { Provider } from '../../src/receipts/provider.ts'
import { anyProvider, detect, providers } from '../../src/providers/index.ts'
import { shapesOf } from '../../src/reader/provider-of.ts'
import { readReport } from '../../src/reader/read-report.ts'
import { providerContract, type ContractReceipt } from '../../src/testing/contract.ts'
import { changedAt as changed, type Path } from '../../src/testing/mutations.ts'
import { hostile } from './hostile.ts'
import { examplesOf, formsOf, namesOfExamples } from './receipts.ts'

export interface Contract {
  readonly provider: Provider
  /** Each shape that the provider sends. */
  readonly shapes: readonly ShapeContract[]
  /** All of its words, and what each of them means where there is no code. */
  readonly words: Words
  /** The files with its examples, where that is not one with its name. */
  readonly examples?: readonly string[]
}

/** `null` among them is JSON's null, too. */
type Words = Readonly<Record<string, Status | 'inbound'>>

export interface ShapeContract {
  readonly name: string
  /** A receipt that gives one event. */
  readonly receipt: object
  /** Its fields are text, and it comes as a form or in a URL too. */
  readonly form?: boolean
  /** Its words, where they are not the provider's. */
  readonly words?: Words
  /** Where its id is; nowhere if the provider has none. */
  readonly id?: Path
  /** Without an id its events mean something too. */
  readonly nameless?: boolean
  readonly status: Path
  /**
   * Makes what is sent of the fields, where some stand in a text: then these hold text or nothing.
   */
  readonly write?: (fields: object) => object | string
  /** Where a missing status is missed, if not there. */
  readonly missingStatus?: Path
  /** What may be left out, and values of it that are wrong. */
  readonly optional: readonly { readonly path: Path; readonly wrong: readonly unknown[] }[]
}

/** What every provider must do: the published contract, and what is known of ours besides. */
export function contract({
  provider,
  shapes,
  words: commonWords,
  examples: files = [provider.name],
}: Contract): void {
  const { name } = provider

  const published = shapes.flatMap(publishedOf)
  if (published.length > 0) providerContract(provider, published, { describe, it })

  describe(`${name} keeps more than that`, () => {
    const examples = files.flatMap(examplesOf)

    it('reads its examples, and nothing about them is in doubt', () => {
      expect(examples.length).toBeGreaterThan(0)
      for (const { name: what, payload, raw, events } of examples) {
        for (const receipt of raw === undefined ? [payload] : [payload, raw]) {
          expect(provider.parse(receipt), what).toStrictEqual({ events, issues: [] })
          expect(anyProvider.parse(receipt), what).toStrictEqual({ events, issues: [] })
        }
      }
    })

    it.each(shapes)(
      'reads $name in every form alike',
      ({ receipt: fields, form = false, write = asItIs }) => {
        const receipt = write(fields)
        const expected = provider.parse(receipt)
        expect(expected.events).toHaveLength(1)
        for (const [what, given] of formsOf(receipt, form)) {
          expect(provider.parse(given), what).toStrictEqual(expected)
          expect(provider.parse([given, [given]]).events, `${what}, in arrays`).toStrictEqual([
            ...expected.events,
            ...expected.events,
          ])
          expect(detect(given), what).toBe(provider)
        }
      },
    )

    describe.each(shapes)('$name', (shape) => {
      const {
        id,
        nameless,
        status,
        missingStatus = status,
        optional,
        words = commonWords,
        write = asItIs,
      } = shape
      const receipt = write(shape.receipt)
      const isWritten = shape.write !== undefined
      const changedAt = (path: Path, value: unknown) =>
        write(changed(shape.receipt, path, value) as object)

      it.each(Object.entries(words))('knows the word %s in every letter case', (word, meaning) => {
        const spellings = [
          word,
          word.toLowerCase(),
          word.toUpperCase(),
          word.charAt(0).toUpperCase() + word.slice(1),
        ]
        for (const written of word === 'null' ? [...spellings, null] : spellings) {
          const { events, issues } = provider.parse(changedAt(status, written))
          if (meaning === 'inbound') expect(issues).toMatchObject([{ code: 'not-a-receipt' }])
          expect(events.map((event) => event.status)).toEqual(
            meaning === 'inbound' ? [] : [meaning],
          )
        }
      })

      it('makes an issue of a word that it does not know, and keeps the word', () => {
        const known = new Set(Object.keys(words).map((word) => word.toLowerCase()))
        const strangers = fc
          .string({ minLength: 1 })
          .filter((word) => !known.has(word.toLowerCase()))
        const prototype = fc.constantFrom(
          '__proto__',
          'constructor',
          'toString',
          'hasOwnProperty',
          ' sent',
          'ſent',
          'delıvered',
        )
        fc.assert(
          fc.property(fc.oneof(strangers, prototype), (word) => {
            // A space ends a word in a text.
            fc.pre(!isWritten || /^[^\s\0]+$/.test(word))
            const { events, issues } = provider.parse(changedAt(status, word))
            expect(events).toEqual([])
            expect(issues).toMatchObject([
              { code: 'unrecognized-status', path: status, received: word },
            ])
            expect(issues[0]?.message.startsWith(`${name}: `)).toBe(true)
          }),
        )
      })

      if (!isWritten) {
        it.each([...(id ? [['id', id] as const] : []), ['status', status] as const])(
          'makes an issue of a wrong %s, and guesses nothing',
          (_, path) => {
            for (const wrong of [true, 1.5, NaN, {}, [], ['sent'], Symbol('sent'), () => 'sent']) {
              const { events, issues } = provider.parse(changedAt(path, wrong))
              expect(events).toEqual([])
              expect(issues).toMatchObject([{ code: 'invalid', path, received: wrong }])
            }
          },
        )
      }

      const missing = [undefined, null, '']
      const required = [
        ...(nameless || !id ? [] : [['id', id, id, missing] as const]),
        [
          'status',
          status,
          missingStatus,
          Object.hasOwn(words, 'null') ? [undefined, ''] : missing,
        ] as const,
      ]

      it.each(required)('makes an issue of a missing %s', (_, from, path, nothings) => {
        for (const nothing of nothings) {
          const { events, issues } = provider.parse(changedAt(from, nothing))
          expect(events).toEqual([])
          expect(issues).toStrictEqual([
            { code: 'invalid', message: expect.stringMatching(/ is missing$/) as unknown, path },
          ])
        }
      })

      it.each(optional)('keeps the event where $path is wrong, and says so', ({ path, wrong }) => {
        const { events } = provider.parse(changedAt(path, undefined))
        expect(events).toHaveLength(1)
        for (const value of wrong) {
          const parsed = provider.parse(changedAt(path, value))
          expect(parsed.events, String(value)).toStrictEqual(events)
          expect(parsed.issues).toMatchObject([{ code: 'invalid', path, received: value }])
        }
      })

      it.each(optional)('is detected without $path', ({ path }) => {
        expect(detect(changedAt(path, undefined))).toBe(provider)
      })

      it.each(optional)('takes null and empty text in $path for nothing', ({ path }) => {
        const without = provider.parse(changedAt(path, undefined))
        for (const nothing of [null, '', undefined])
          expect(provider.parse(changedAt(path, nothing))).toStrictEqual(without)
      })

      if (typeof receipt === 'object') {
        it('leaves alone what it does not read, and what it was handed', () => {
          const before = JSON.stringify(receipt)
          const more = JSON.parse(
            `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"x":[{}],${before.slice(1)}`,
          ) as object
          expect(provider.parse(more)).toStrictEqual(provider.parse(receipt))
          expect(JSON.stringify(receipt)).toBe(before)
          expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
        })
      }

      it('reads the rest of a batch that has one bad item', () => {
        const bad = changedAt(status, 'teleported')
        const sent = typeof receipt === 'string' ? receipt : JSON.stringify(receipt)
        const { events, issues } = provider.parse([[receipt], bad, sent])
        expect(events).toStrictEqual([
          ...provider.parse(receipt).events,
          ...provider.parse(receipt).events,
        ])
        expect(issues).toMatchObject([
          { code: 'unrecognized-status', index: 1, path: status, received: 'teleported' },
        ])
        expect(provider.parse([[receipt, bad]]).issues).toMatchObject([
          { index: 0, path: [1, ...status] },
        ])
      })

      it('says what the context says', () => {
        const context = {
          receivedAt: 5,
          messageId: 'm',
          attemptId: 'a',
          segment: { index: 2, count: 3 },
          source: 'manual',
          ref: 'r',
        } as const
        const [plain] = provider.parse(receipt).events
        const [event] = provider.parse(receipt, context).events
        expect(event).toStrictEqual({ ...plain, ...context })
        const order = [
          'status',
          'receivedAt',
          'occurredAt',
          'messageId',
          'attemptId',
          'provider',
          'providerMessageId',
          'segment',
          'eventId',
          'source',
        ]
        const keys = [
          ...order,
          'confirmedBy',
          'failure',
          'scheduledFor',
          'receiptsExpected',
          'reference',
          'ref',
          'read',
        ]
        expect(Object.keys(event ?? {})).toEqual(
          keys.filter((key) => Object.hasOwn(event ?? {}, key)),
        )
      })
    })

    // The reader itself is tried by test/unit/reader/hostile.test.ts.
    if (hasOwnCode(provider)) hostile(provider, shapes)

    it.each(namesOfExamples.filter((each) => !files.includes(each)))(
      'does not take what %s sends for its own',
      (stranger) => {
        for (const { payload, raw } of examplesOf(stranger)) {
          for (const receipt of [payload, raw])
            if (receipt) expect(detect(receipt)?.name).not.toBe(name)
        }
      },
    )

    it('stands among the providers under its name', () => {
      expect(Object.entries(providers).find(([, each]) => each === provider)?.[0]).toBe(name)
    })
  })
}

/** Whether reading its receipts takes more than a table. */
const hasOwnCode = (provider: Provider): boolean =>
  shapesOf(provider).some(
    ({ toFields, read, times }) =>
      toFields ?? (read !== readReport || times.some(({ format }) => format === undefined)),
  )

/** The published contract knows receipts that are objects, and an event by its status. */
function publishedOf({
  receipt,
  id,
  nameless,
  status,
  form,
  write,
}: ShapeContract): ContractReceipt[] {
  if (write || nameless) return []
  return [{ receipt, event: {}, status, id, form }]
}

const asItIs = (receipt: object) => receipt
