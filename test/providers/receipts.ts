import { readdirSync, readFileSync } from 'node:fs'
import type { DeliveryEvent } from '../../src/event/event.ts'

/**
 * A receipt as a provider's documentation or its users show it, and the events that it must give.
 */
export interface Example {
  readonly name: string
  readonly payload: unknown
  /** The same as it comes over the wire. */
  readonly raw?: string
  readonly events?: readonly DeliveryEvent[]
}

const folder = new URL('../fixtures/receipts/', import.meta.url)

export const namesOfExamples = readdirSync(folder).map((file) => file.replace(/\.json$/, ''))

export const examplesOf = (name: string): readonly Example[] =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Example[]

/** A receipt in every form in which a service may have it in hand. */
export function formsOf(
  payload: object | string,
  isForm: boolean,
): readonly (readonly [form: string, receipt: unknown])[] {
  const text = new TextEncoder()
  if (typeof payload === 'string') {
    return [
      ['text', payload],
      ['text with a byte order mark and space around it', `\uFEFF \r\n${payload}\n`],
      ['bytes', text.encode(payload)],
      ['bytes that C wrote', text.encode(`${payload}\0`)],
    ]
  }
  const json = JSON.stringify(payload)
  const search = new URLSearchParams(
    Object.entries(payload).map(([key, value]) => [key, String(value)]),
  )
  return [
    ['an object', payload],
    ['an object without a prototype', Object.assign(Object.create(null), payload)],
    ['JSON text', json],
    ['JSON text with a byte order mark and space around it', `\uFEFF \r\n${json}\n`],
    ['JSON bytes', text.encode(json)],
    ['JSON in an ArrayBuffer', text.encode(json).buffer],
    ['JSON in a part of a larger buffer', Buffer.from(`xx${json}xx`).subarray(2, -2)],
    ...(isForm
      ? ([
          ['URLSearchParams', search],
          ['form text', search.toString()],
          ['form bytes', text.encode(search.toString())],
          ['a query', `?${search.toString()}`],
          ['a path and query', `/dlr/7?${search.toString()}`],
          ['a URL', `https://example.org/dlr/7?${search.toString()}`],
        ] as const)
      : []),
  ]
}
