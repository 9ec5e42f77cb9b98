import type { NEEDS } from './answers.ts'
import type { Consumer, Program } from './consumer.ts'
import { inBrowser } from './in-browser.ts'
import { insideJsdom, inQuickJs, inWorkerd, withDataOfJsdom } from './in-engines.ts'
import { bun, deno, DENO_ARGS, nodeOf, runProgram, type Ran, type Setting } from './on-files.ts'
import { tool } from './tool.ts'

/** One way to run the package. */
export interface Row {
  readonly runtime: string
  readonly form: 'ESM' | 'CommonJS' | 'bundle'
  readonly run: (consumer: Consumer) => Promise<Ran> | Ran
  /** What it lacks: lines that need it are not there, or tell one clear error each. */
  readonly lacks?: keyof typeof NEEDS
  /** The one clear error that it may end with, where the host has made a result impossible. */
  readonly error?: RegExp
}

const FORMS = [
  { form: 'ESM', end: 'mjs' },
  { form: 'CommonJS', end: 'cjs' },
] as const

/** In both forms. */
const both = (runtime: string, command: () => string, setting: Setting = {}): Row[] =>
  FORMS.map(({ form, end }) => {
    const program: Program = `all.${end}`
    return { runtime, form, run: (consumer) => runProgram(command(), consumer, program, setting) }
  })

const node = () => process.execPath
const turkish = { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr' }

export const RUNTIMES: readonly Row[] = [
  ...[20, 22, 24].flatMap((major) => both(`Node ${major}`, () => nodeOf(major))),
  ...both('Bun', bun),
  ...both('Deno', deno, { args: DENO_ARGS }),
  { runtime: 'workerd', form: 'bundle', run: inWorkerd },
  { runtime: 'QuickJS', form: 'bundle', run: inQuickJs, lacks: 'zones' },
  { runtime: 'Chromium', form: 'bundle', run: (consumer) => inBrowser('chromium', consumer) },
  { runtime: 'Firefox', form: 'bundle', run: (consumer) => inBrowser('firefox', consumer) },
]

/** Hosts that are unlike others, all with the Node that runs this. */
export const HOSTS: readonly Row[] = [
  { runtime: 'jsdom', form: 'bundle', run: insideJsdom },
  { runtime: 'data of jsdom', form: 'bundle', run: withDataOfJsdom },
  ...both('no code of strings', node, { args: ['--disallow-code-generation-from-strings'] }),
  ...both('frozen intrinsics', node, { args: ['--frozen-intrinsics'] }),
  ...both('Kathmandu', node, { env: { TZ: 'Asia/Kathmandu' } }),
  ...both('Turkish', node, { env: { TZ: 'Europe/Istanbul', ...turkish } }),
  ...within('fake timers'),
  ...within('Array.prototype.y'),
  ...within('Object.prototype.x = () => 1'),
  ...within('Object.prototype.get = () => 1', {
    CommonJS: /TypeError: Invalid property descriptor/,
  }),
  ...within('a trap on value'),
  ...refused('Object.prototype.x = 1'),
  ...refused('Object.prototype.receivedAt = 1'),
  ...refused("Object.prototype.status = 'sent'"),
  ...refused('Object.prototype.segment = {}'),
  ...refused('Object.prototype.value = 1'),
  ...refused('Object.prototype.writable = true'),
  ...refused('Object.prototype.then = () => 1'),
  ...within('a trap on receivedAt', {
    ESM: /Error: the trap on Object.prototype.receivedAt/,
    CommonJS: /Error: the trap on Object.prototype.receivedAt/,
  }),
]

/** A host by its name in host.ts. XState and zod load in none that has touched Object.prototype. */
function within(host: string, errors: Partial<Record<Row['form'], RegExp>> = {}): Row[] {
  return FORMS.map(({ form, end }) => {
    const error = errors[form]
    return {
      runtime: host,
      form,
      lacks: 'packages',
      run: (consumer) => {
        const env = { HOST: host, FAKE_TIMERS: tool('@sinonjs/fake-timers@15') }
        return runProgram(node(), consumer, `own.${end}`, { env })
      },
      ...(error && { error }),
    }
  })
}

/** Data on Object.prototype, which the package names. */
function refused(host: string): Row[] {
  const name = host.replace(/ = .*/, '').replaceAll('.', '\\.')
  const error = new RegExp(`TypeError: sms-delivery-state: \\S+: ${name} must be absent`)
  return within(host, { ESM: error, CommonJS: error })
}
