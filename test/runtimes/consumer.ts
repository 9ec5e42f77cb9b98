import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type BuildOptions } from 'esbuild'
import { inRoot, pkg, root } from '../repo/project.ts'
import type { Library, Questions } from './library.ts'

/** An empty folder that has installed the package from its tarball, and what is run there. */
export interface Consumer {
  readonly folder: string
  readonly questions: string
}

const OWN: Omit<Record<keyof Library, string>, 'machine' | 'schema'> = {
  core: pkg.name,
  explain: `${pkg.name}/explain`,
  metrics: `${pkg.name}/metrics`,
  providers: `${pkg.name}/providers`,
  sql: `${pkg.name}/sql`,
  testing: `${pkg.name}/testing`,
}
const ALL = { ...OWN, machine: `${pkg.name}/machine`, schema: `${pkg.name}/schema` }

type Entries = Readonly<Record<string, string>>
const libraryOf = (entries: Entries) => `{ ${Object.keys(entries).join(', ')} }`
const importsOf = (entries: Entries) => [
  ...Object.entries(entries).map(([name, from]) => `import * as ${name} from '${from}'`),
  `import { answersOf } from './answers.mjs'`,
]

/** What a program does that has `node:fs`, as Bun and Deno have: it prints the runtime's version. */
const answer = (entries: Entries) => [
  `const questions = JSON.parse(readFileSync('questions.json', 'utf8'))`,
  `writeFileSync(process.argv[2], answersOf(${libraryOf(entries)}, questions))`,
  `const { Bun, Deno } = globalThis`,
  `console.log(Bun?.version ?? Deno?.version.deno ?? process.versions.node)`,
]
const esm = (entries: Entries) => [
  `import { readFileSync, writeFileSync } from 'node:fs'`,
  `import './host.mjs'`,
  ...importsOf(entries),
  ...answer(entries),
]
const commonJs = (entries: Entries) => [
  `const { readFileSync, writeFileSync } = require('node:fs')`,
  // Before the host: what esbuild writes around an export enumerates what objects inherit.
  `const { answersOf } = require('./answers.cjs')`,
  `require('./host.cjs')`,
  ...Object.entries(entries).map(([name, from]) => `const ${name} = require('${from}')`),
  ...answer(entries),
]

/** For Node and its kin. */
const PROGRAMS = {
  'all.mjs': esm(ALL),
  'all.cjs': commonJs(ALL),
  'own.mjs': esm(OWN),
  'own.cjs': commonJs(OWN),
}
export type Program = keyof typeof PROGRAMS

/** For what knows no files: bundled from the ES modules. */
const BUNDLES = {
  'script.js': [
    ...importsOf(ALL),
    `globalThis.answers = (questions) => answersOf(${libraryOf(ALL)}, JSON.parse(questions))`,
  ],
  'worker.js': [
    ...importsOf(ALL),
    `const answers = async (request) => answersOf(${libraryOf(ALL)}, await request.json())`,
    `export default { fetch: async (request) => new Response(await answers(request)) }`,
  ],
}

export async function install(questions: Questions): Promise<Consumer> {
  const folder = mkdtempSync(join(tmpdir(), 'sms-delivery-state-'))
  const npm = (...args: string[]) => execFileSync('npm', args, { cwd: folder, stdio: 'pipe' })
  // dist is built already, and `prepack` would build it again.
  npm('pack', '--ignore-scripts', '--pack-destination', folder, root)
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  const tarball = `./${pkg.name}-${pkg.version}.tgz`
  npm('install', '--prefer-offline', '--no-audit', '--no-fund', tarball, 'xstate@5')

  for (const name of ['answers', 'host'])
    for (const [format, end] of [
      ['esm', 'mjs'],
      ['cjs', 'cjs'],
    ] as const)
      await bundle(join(folder, `${name}.${end}`), {
        entryPoints: [inRoot(`test/runtimes/${name}.ts`)],
        format,
      })
  for (const [file, lines] of Object.entries(PROGRAMS))
    writeFileSync(join(folder, file), lines.join('\n'))
  for (const [file, lines] of Object.entries(BUNDLES))
    await bundle(join(folder, file), {
      stdin: { contents: lines.join('\n'), resolveDir: folder },
      format: file === 'script.js' ? 'iife' : 'esm',
    })
  const text = JSON.stringify(questions)
  writeFileSync(join(folder, 'questions.json'), text)
  return { folder, questions: text }
}

export const remove = ({ folder }: Consumer): void => rmSync(folder, { recursive: true })

const bundle = (outfile: string, options: BuildOptions) =>
  build({
    ...options,
    outfile,
    bundle: true,
    target: 'es2022',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    external: ['node:*'],
    logLevel: 'error',
  })
