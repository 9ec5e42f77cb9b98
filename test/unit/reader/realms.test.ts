import { createRequire } from 'node:module'
import { createContext, runInContext } from 'node:vm'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { canonical, defineProvider, smpp, twilio } from '../../../src/providers/index.ts'
import { parseReceipts } from '../../../src/receipts/parse-receipts.ts'

/** As much of jsdom as this needs: it brings no types. */
interface Jsdom {
  readonly JSDOM: new (html: string, options: object) => { readonly window: typeof globalThis }
}
const { JSDOM } = createRequire(import.meta.url)('jsdom') as Jsdom

const form = 'MessageSid=SM1&MessageStatus=sent'
const json = JSON.stringify({ MessageSid: 'SM1', MessageStatus: 'sent' })
const bytes = [...new TextEncoder().encode(json)]

/** What is made in another realm is no instance of a class of this one. */
const vm = createContext({ bytes, json })
const { window } = new JSDOM('', { runScripts: 'outside-only' })
const realms = [
  ['node:vm', (code: string): unknown => runInContext(code, vm)],
  [
    'jsdom',
    (code: string): unknown => window.eval(code.replace('(bytes)', `(${JSON.stringify(bytes)})`)),
  ],
] as const

describe.each(realms)('what comes from %s', (_, make) => {
  it.each([
    ['a Uint8Array', 'new Uint8Array(bytes)'],
    ['an ArrayBuffer', 'new Uint8Array(bytes).buffer'],
    ['a DataView', 'new DataView(new Uint8Array(bytes).buffer)'],
    [
      'a part of a buffer',
      'new Uint8Array(new Uint8Array([0, ...new Uint8Array(bytes), 0]).buffer, 1, new Uint8Array(bytes).length)',
    ],
  ])('as %s is read', (_, code) => {
    const received = make(code.replaceAll('(bytes)', `(${JSON.stringify(bytes)})`))
    expect(received).not.toBeInstanceOf(Uint8Array)
    expect(twilio.parse(received)).toStrictEqual(twilio.parse(json))
  })

  it('as a Date is a time, or misuse that says what to write', () => {
    const date = make('new Date(1700000000000)')
    expect(date).not.toBeInstanceOf(Date)
    expect(
      canonical.parse({ status: 'sent', providerMessageId: '1', occurredAt: date }).events,
    ).toMatchObject([{ occurredAt: 1_700_000_000_000 }])
    const [issue] = parseReceipts(twilio, [{ body: form, receivedAt: date }]).issues
    expect(issue?.message).toContain('Pass its .getTime().')
  })

  it('as a RegExp is a condition', () => {
    const { parse } = defineProvider({
      name: 'acme',
      shapes: [{ id: 'id', status: 'status', when: { kind: make('/^dlr$/') as RegExp } }],
      statuses: { sent: 'sent' },
    })
    expect(parse({ id: '1', status: 'sent', kind: 'dlr' }).events).toHaveLength(1)
  })

  it('as bytes within a receipt is text', () => {
    const text = JSON.stringify([
      ...new TextEncoder().encode('id:7 stat:DELIVRD done date:2601150900'),
    ])
    const short_message = make(`new Uint8Array(${text})`)
    expect(smpp.parse({ esm_class: 4, short_message }).events).toMatchObject([
      { providerMessageId: '7', status: 'delivered' },
    ])
  })
})

describe('URLSearchParams', () => {
  it('of jsdom is a form', () => {
    const received = new window.URLSearchParams(form)
    expect(received).not.toBeInstanceOf(URLSearchParams)
    expect(twilio.parse(received)).toStrictEqual(twilio.parse(form))
  })

  it('that only says so is nothing', () => {
    const received = { [Symbol.toStringTag]: 'URLSearchParams' }
    expect(twilio.parse(received)).toMatchObject({
      events: [],
      issues: [{ code: 'not-a-receipt' }],
    })
  })
})

describe('where there is no TextDecoder, as in Jest’s jsdom', () => {
  afterEach(() => void vi.unstubAllGlobals())

  it('bytes are read all the same', () => {
    const received = new TextEncoder().encode(
      `\uFEFF${JSON.stringify({ MessageSid: 'SM1', MessageStatus: 'héé😀' })}`,
    )
    const broken = Uint8Array.from([0xff, ...received])
    const expected = twilio.parse(received)
    vi.stubGlobal('TextDecoder', undefined)
    expect(twilio.parse(received)).toStrictEqual(expected)
    expect(expected.issues).toMatchObject([{ received: 'héé😀' }])
    expect(twilio.parse(broken)).toMatchObject({ events: [], issues: [{ code: 'not-a-receipt' }] })
  })
})
