import { CONFIRMATIONS } from '../../src/index.ts'
import { providers } from '../../src/providers/index.ts'
import { shapesOf, specOf } from '../../src/reader/provider-of.ts'
import type { FieldPath } from '../../src/reader/compile.ts'
import type { Provider } from '../../src/receipts/provider.ts'
import { encoders } from '../../src/testing/encoders.ts'
import { statusesOf } from '../../src/testing/index.ts'
import * as verify from '../../src/verify/index.ts'
import { read } from './project.ts'
import { code, table } from './table.ts'

/**
 * What is known of a provider beside its tables: `test/providers/about/<name>.json`. Each text is
 * Markdown.
 */
export interface About {
  /** Which receipts are read. */
  forms: string[]
  /** Where the time of the event comes from, and how precise it is. */
  time: string
  /** What its `delivered` proves. */
  delivered: string
  segments: string
  /** What two copies of one receipt have in common. */
  sameReceipt: string
  /** How long it tries to deliver a receipt. */
  keepsSending: string
  signature: string
  sources: { page: string; date: string }[]
  unverified: string[]
}

export const ABOUT = 'test/providers/about'

export const aboutOf = (name: string): About => JSON.parse(read(`${ABOUT}/${name}.json`)) as About

const all = Object.entries<Provider>(providers)

/**
 * The tables of the providers' page, printed from the providers themselves and from what is known
 * beside.
 */
export const providerTables = {
  'provider-trust': () =>
    table(
      [
        'provider',
        '`delivered` is vouched for by',
        'time',
        'long texts',
        'event id',
        'error codes',
        'signature',
      ],
      all.map(([name, provider]) => trustOf(name, provider)),
    ),
  'provider-receipts': () =>
    table(
      ['provider', 'a receipt is known by', 'what it can say'],
      all.map(([name, provider]) => [
        code(name),
        distinct(shapesOf(provider).map(markOf), '; '),
        statusesOf(provider).join(', '),
      ]),
    ),
  'provider-facts': () => all.map(([name]) => factsOf(name)).join('\n\n'),
}

function trustOf(name: string, provider: Provider): string[] {
  const shapes = shapesOf(provider)
  const formats = encoders[name] ?? []
  const withEventId = shapes.filter(({ eventId }) => eventId.length > 0).length
  const codes = new Set(
    shapes.flatMap((shape) => [...shape.codes.keys()].map((key) => key.toLowerCase())),
  )
  return [
    code(name),
    vouchersOf(provider),
    distinct(formats.map(({ tick }) => PRECISION.get(tick) ?? `${tick} ms`)),
    distinct(formats.map(({ parts }) => PARTS[parts])),
    withEventId === 0 ? 'no' : withEventId === shapes.length ? 'yes' : 'in some',
    codes.size > 0 ? `${codes.size}` : '–',
    checksOf(name).map(code).join(', ') || '–',
  ]
}

const PRECISION = new Map([
  [0, 'as written'],
  [1, 'ms'],
  [1_000, 'second'],
  [60_000, 'minute'],
  [Infinity, 'none'],
])

const PARTS = {
  id: 'per segment (an id each)',
  receipt: 'per segment (numbered)',
  whole: 'as a whole',
}

function vouchersOf(provider: Provider): string {
  if (!specOf(provider)) return 'whoever the event names'
  const rows = shapesOf(provider).flatMap(({ words, codes }) => [
    ...[...words.values()].flatMap((word) =>
      word.status === 'delivered' ? [word.confirmedBy ?? 'carrier'] : [],
    ),
    ...[...codes.values()].map(({ confirmedBy }) => confirmedBy),
  ])
  return CONFIRMATIONS.filter((each) => rows.includes(each)).join(' or ')
}

/** The functions of ./verify for a provider: `verifyVonageJwt` and `verifyVonageSms` for vonage. */
const checksOf = (name: string): string[] =>
  Object.keys(verify).filter((each) => each.toLowerCase().startsWith(`verify${name}`))

const distinct = (texts: readonly string[], between = ' or '): string =>
  [...new Set(texts)].join(between)

function markOf({ id, status, when }: ReturnType<typeof shapesOf>[number]): string {
  const paths = [id, status, ...when.map(({ paths }) => paths)].flatMap(([path]) =>
    path ? pathOf(path) : [],
  )
  return distinct(paths.map(code), ' ')
}

const pathOf = ({ list, keys }: FieldPath) =>
  list ? `${list.join('.')}[].${keys.join('.')}` : keys.join('.')

function factsOf(name: string): string {
  const about = aboutOf(name)
  const checks = checksOf(name)
  const ours = checks.length > 0 ? ` In \`./verify\`: ${checks.map(code).join(', ')}.` : ''
  return [
    `### ${name}\n`,
    ...item('Reads', `${about.forms.join('; ')}.`),
    ...item('Time of the event', about.time),
    ...item('“Delivered” proves', about.delivered),
    ...item('Long texts', about.segments),
    ...item('The same receipt', about.sameReceipt),
    ...item('Keeps sending', about.keepsSending),
    ...item('Signature', about.signature + ours),
    ...item('Not verified', about.unverified.join(' ') || 'Nothing.'),
    ...item(
      'Sources',
      `${about.sources.map(({ page, date }) => `${linked(page)} (${date})`).join(', ')}.`,
    ),
  ].join('\n')
}

/** `https://…`, `github OWNER/NAME …`, `npm NAME …` or a page of this package. */
const linked = (page: string): string =>
  page
    .replace(/^https:\S+/, '<$&>')
    .replace(/^github ([\w-]+\/[\w.-]+)/, '[$1](https://github.com/$1)')
    .replace(/^npm (\S+)/, '[$1](https://www.npmjs.com/package/$1)')
    .replace(/^src\//, '../')
    .replace(/^\.\.\/\S+/, '[the model]($&)')

/** An item of a list, wrapped at 100 columns. */
function item(term: string, text: string): string[] {
  const lines = ['']
  for (const word of `- **${term}**: ${text}`.split(/\s+/)) {
    const last = lines.at(-1) ?? ''
    if (last.length + word.length < 100) lines[lines.length - 1] = last ? `${last} ${word}` : word
    else lines.push(`  ${word}`)
  }
  return lines
}
