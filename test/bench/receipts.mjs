// @ts-check
import { readdirSync, readFileSync } from 'node:fs'

/**
 * @typedef {object} Example
 * @property {unknown} payload
 * @property {{ providerMessageId?: string }[]} [events]
 */

const folder = new URL('../fixtures/receipts/', import.meta.url)

/** Folders of providers whose receipts come in several files. */
const providerIn = (/** @type {string} */ file, /** @type {readonly string[]} */ names) =>
  names.find((name) => file === name) ?? names.find((name) => file.startsWith(`${name}_`))

/**
 * For each form of receipt that a provider sends, one of middle length, with 200 ids: no service
 * reads the same text twice.
 *
 * @param {Record<string, any>} providers
 */
export function usualReceipts(providers) {
  const files = readdirSync(folder).map((file) => file.replace('.json', ''))
  return files.flatMap((file) => {
    const name = providerIn(file, Object.keys(providers))
    const provider = name === undefined ? undefined : providers[name]
    const texts = provider && textsIn(file, provider)
    return texts ? [{ name: file, provider, texts }] : []
  })
}

function textsIn(/** @type {string} */ file, /** @type {any} */ provider) {
  /** @type {Example[]} */
  const examples = JSON.parse(readFileSync(new URL(`${file}.json`, folder), 'utf8'))
  const isRead = (/** @type {unknown} */ receipt) => {
    const { events, issues } = provider.parse(receipt)
    return events.length === 1 && issues.length === 0
  }
  const texts = examples
    .filter(({ payload }) => typeof payload === 'object' && isRead(payload))
    .map(({ payload }) => JSON.stringify(payload))
    .sort((one, other) => one.length - other.length)
  const usual = texts[Math.floor(texts.length / 2)]
  if (usual === undefined) return undefined
  const [id = ''] = provider.parse(usual).events[0].providerMessageId?.split(':') ?? []
  const many = Array.from({ length: 200 }, (_, i) => withId(usual, id, i))
  return many.every(isRead) ? many : [usual]
}

/** Another id of the same length; a short one stays. Flat, as a text from the network is. */
const withId = (/** @type {string} */ text, /** @type {string} */ id, /** @type {number} */ i) =>
  Buffer.from(id.length > 6 ? text.replaceAll(id, `${id.slice(0, -3)}${100 + i}`) : text).toString()
