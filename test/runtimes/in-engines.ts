import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { compileFunction } from 'node:vm'
import type { Consumer } from './consumer.ts'
import type { Ran } from './on-files.ts'
import { tool, versionOf } from './tool.ts'

const require = createRequire(import.meta.url)

interface Miniflare {
  readonly Miniflare: new (options: object) => {
    dispatchFetch(url: string, init: object): Promise<{ text(): Promise<string> }>
    dispose(): Promise<void>
  }
}

/** workerd, the runtime of Cloudflare Workers: it makes no code of strings. */
export async function inWorkerd({ folder, questions }: Consumer): Promise<Ran> {
  const place = tool('miniflare@4')
  const { Miniflare } = require(place) as Miniflare
  const script = readFileSync(join(folder, 'worker.js'), 'utf8')
  const worker = new Miniflare({ modules: true, script, compatibilityDate: '2026-01-01' })
  try {
    const asked = { method: 'POST', body: questions }
    const response = await worker.dispatchFetch('https://example.org/', asked)
    return { version: versionOf(join(place, '../workerd')), answers: await response.text() }
  } finally {
    await worker.dispose()
  }
}

interface Handle {
  dispose(): void
}
interface QuickJs {
  getQuickJS(): Promise<{ newContext(): QuickJsContext }>
}
interface QuickJsContext {
  readonly global: Handle
  readonly runtime: { setMaxStackSize(bytes: number): void }
  evalCode(code: string, file?: string): { readonly value?: Handle; readonly error?: Handle }
  newString(text: string): Handle
  newFunction(name: string, call: (text: Handle) => Handle): Handle
  setProp(object: Handle, name: string, value: Handle): void
  getString(handle: Handle): string
  dump(handle: Handle): unknown
}

// An engine alone, so its host gives what it lacks: a console for XState, atob for AWS's envelopes.
const CONSOLE = 'globalThis.console = { log() {}, warn() {}, error() {} }'

/** QuickJS, the language without `Intl` and without any name of the web. */
export async function inQuickJs({ folder, questions }: Consumer): Promise<Ran> {
  const place = tool('quickjs-emscripten@0')
  const { getQuickJS } = require(place) as QuickJs
  const context = (await getQuickJS()).newContext()
  // No limit: the scripts of the packages are deep.
  context.runtime.setMaxStackSize(0)
  const run = (code: string): Handle => {
    const { value, error } = context.evalCode(code)
    if (!value) throw new Error(JSON.stringify(error && context.dump(error)))
    return value
  }
  run(CONSOLE)
  const decode = (text: Handle) => context.newString(atob(context.getString(text)))
  context.setProp(context.global, 'atob', context.newFunction('atob', decode))
  run(readFileSync(join(folder, 'script.js'), 'utf8'))
  context.setProp(context.global, 'questions', context.newString(questions))
  const answers = context.getString(run('answers(questions)'))
  return { version: versionOf(place), answers }
}

interface Jsdom {
  readonly JSDOM: new (html: string, options: object) => { readonly window: Realm }
}
interface Realm {
  eval(code: string): unknown
  readonly answers: (questions: string) => string
  readonly JSON: JSON
}

const realm = (): Realm => {
  const { JSDOM } = require('jsdom') as Jsdom
  return new JSDOM('', { runScripts: 'outside-only' }).window
}
const jsdomVersion = (): string => (require('jsdom/package.json') as { version: string }).version

/** The package in a window of jsdom, with globals of its own. */
export function insideJsdom({ folder, questions }: Consumer): Ran {
  const window = realm()
  window.eval(readFileSync(join(folder, 'script.js'), 'utf8'))
  return { version: jsdomVersion(), answers: window.answers(questions) }
}

/** The package outside, and data whose objects and arrays are of jsdom's realm. */
export function withDataOfJsdom({ folder, questions }: Consumer): Ran {
  const window = realm()
  const outside = globalThis as unknown as Pick<Realm, 'answers'>
  // The script reads the questions by the JSON that it finds.
  const script = readFileSync(join(folder, 'script.js'), 'utf8')
  const load = compileFunction(script, ['JSON']) as (json: object) => void
  load({ stringify: JSON.stringify, parse: window.JSON.parse })
  return { version: jsdomVersion(), answers: outside.answers(questions) }
}
