import { each } from '../each.mjs'
import { usualReceipts } from '../receipts.mjs'

/**
 * The text of a receipt to an event, against `JSON.parse` of the text; of a form, against
 * `URLSearchParams`.
 *
 * @param {(specifier: string) => Promise<any>} load one build of the package
 */
export async function rows(load) {
  const { providers } = await load('sms-delivery-state/providers')
  const context = { receivedAt: 1_790_000_000_000 }
  const receipts = usualReceipts(providers)
  const { texts, provider } = receipts.find(({ name }) => name === 'twilio')
  const forms = texts.map((text) => new URLSearchParams(JSON.parse(text)).toString())
  return [
    ...receipts.map(({ name, provider, texts }) => ({
      name: `${name}, ${texts[0].length} characters: text to event / JSON.parse`,
      base: each(texts, (text) => JSON.parse(text)),
      work: each(texts, (text) => provider.parse(text, context)),
    })),
    {
      name: `twilio, a form: text to event / URLSearchParams to an object`,
      base: each(forms, (form) => Object.fromEntries(new URLSearchParams(form))),
      work: each(forms, (form) => provider.parse(form, context)),
    },
  ]
}
