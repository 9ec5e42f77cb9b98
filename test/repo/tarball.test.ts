import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linksOf } from './links.ts'
import { filesUnder, inRoot, pkg, root, specifier, subpaths } from './project.ts'

/**
 * The entry points that need a package of the caller's own, and what the types of both must refuse.
 */
const PEERS: Record<string, { peer: string; refused: string }> = {
  './machine': {
    peer: 'xstate',
    refused: `entry0.createDeliveryMachine(otp).provide({ actions: { nobody: () => {} } })`,
  },
}

const PLATFORM = ['es2022', 'dom']

const HOW: How[] = [
  // Without esModuleInterop the types of zod do not compile.
  {
    module: 'commonjs',
    moduleResolution: 'node10',
    lib: PLATFORM,
    file: 'consumer.ts',
    esModuleInterop: true,
  },
  { module: 'node16', moduleResolution: 'node16', lib: ['es2022'], file: 'consumer.mts' },
  { module: 'node16', moduleResolution: 'node16', lib: PLATFORM, file: 'consumer.cts' },
  { module: 'esnext', moduleResolution: 'bundler', lib: PLATFORM, file: 'consumer.ts' },
]

const JEST_TSCONFIG = {
  compilerOptions: {
    module: 'commonjs',
    moduleResolution: 'node10',
    target: 'es2022',
    strict: true,
    types: [],
  },
}

const JEST_TEST = `
import { expect, test } from '@jest/globals'
import { otp } from 'sms-delivery-state'
import { twilio } from 'sms-delivery-state/providers/twilio'
import { matchers, scenario, type DeliveryMatchers } from 'sms-delivery-state/testing'

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>> extends DeliveryMatchers<R> {}
}

expect.extend(matchers)

test('a code that comes late', () => {
  const story = scenario({ provider: twilio, flow: otp }).pending().sent('+1s').late('6m')
  expect(story.events()).toSettleAs('expired', otp, story.now)
})
`

/** The package as it would be published, and a stranger's empty folder that installs it. */
let folder: string
let tarball: string
let files: string[]

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sms-delivery-state-'))
  // dist is built already, and `prepare` would build it again.
  const packed = run(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', folder],
    root,
  )
  const [info] = JSON.parse(packed) as [{ filename: string; files: { path: string }[] }]
  tarball = join(folder, info.filename)
  files = info.files.map(({ path }) => path)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the tarball', () => {
  it('holds dist, the pages, the examples, CHANGELOG, LICENSE and package.json alone', () => {
    const pages = [...filesUnder('src'), ...filesUnder('examples')].filter((path) =>
      path.endsWith('README.md'),
    )
    const others = files.filter((path) => !/^(dist|examples)\//.test(path))
    expect(new Set(others)).toEqual(
      new Set([
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'package.json',
        ...pages.filter((page) => page.startsWith('src/')),
      ]),
    )
    expect(files).toEqual(expect.arrayContaining(pages))
    expect(files.filter((path) => path.includes('node_modules/'))).toEqual([])
    expect(
      files.filter((path) => path.startsWith('dist/') && !/\.(js|cjs|d\.ts|d\.cts)$/.test(path)),
    ).toEqual([])
  })

  it('holds whatever its pages link to', () => {
    const inside = (path: string) =>
      files.some((file) => file === path || file.startsWith(`${path}/`))
    const pages = files.filter((path) => path.endsWith('.md'))
    expect(pages.length).toBeGreaterThan(5)
    const broken = pages.flatMap((page) =>
      linksOf(page, run('tar', ['-xzOf', tarball, `package/${page}`], folder))
        .filter(({ path }) => !inside(path.replace(/\/$/, '')))
        .map(({ path }) => `${page}: ${path}`),
    )
    expect(broken).toEqual([])
  })

  it('has nothing that publint would change', () => {
    run(
      process.execPath,
      [inRoot('node_modules/publint/src/cli.js'), 'run', tarball, '--strict'],
      folder,
    )
  })

  it('has types that are right in every resolution mode from node16 on', () => {
    run(
      process.execPath,
      [inRoot('node_modules/@arethetypeswrong/cli/dist/index.js'), tarball, '--profile', 'node16'],
      folder,
    )
  })
})

describe('installed in an empty folder', () => {
  const alone = subpaths.filter((subpath) => !PEERS[subpath])

  beforeAll(() => {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }')
    run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', tarball], folder)
  })

  const use = `if (reduce([{ status: 'delivered', receivedAt: 1 }], otp, 2).status !== 'delivered') throw new Error('not delivered')`

  it('works from ESM', () => {
    const imports = alone.map((subpath) => `import '${specifier(subpath)}'`)
    runFile('esm.mjs', [...imports, `import { reduce, otp } from 'sms-delivery-state'`, use])
  })

  it('works from CommonJS', () => {
    const imports = alone.map((subpath) => `require('${specifier(subpath)}')`)
    runFile('commonjs.cjs', [
      ...imports,
      `const { reduce, otp } = require('sms-delivery-state')`,
      use,
    ])
  })

  it('has types and matchers for Jest with ts-jest, which resolves as node10', () => {
    const project = join(folder, 'jest')
    mkdirSync(project)
    writeFileSync(join(project, 'package.json'), '{ "private": true }')
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(JEST_TSCONFIG))
    writeFileSync(join(project, 'flow.test.ts'), JEST_TEST)
    writeFileSync(
      join(project, 'jest.config.js'),
      `module.exports = { transform: { '\\\\.ts$': '${inRoot('node_modules/ts-jest')}' } }`,
    )
    mkdirSync(join(project, 'node_modules'))
    for (const name of ['@jest', 'expect', 'jest'])
      symlinkSync(inRoot('node_modules', name), join(project, 'node_modules', name))
    run(
      process.execPath,
      [inRoot('node_modules/jest/bin/jest.js'), '--ci', '--rootDir', project],
      project,
    )
  })

  it('has a command', () => {
    expect(run('npm', ['exec', '--', 'sms-delivery-state', '--version'], folder)).toBe(
      `${pkg.version}\n`,
    )
    writeFileSync(
      join(folder, 'receipts.ndjson'),
      'MessageSid=SM00000000000000000000000000000b01&MessageStatus=sent\n',
    )
    expect(run('npm', ['exec', '--', 'sms-delivery-state', 'receipts.ndjson'], folder)).toContain(
      '\tsent\t',
    )
  })

  it.each(HOW)('has types for $file under moduleResolution $moduleResolution', (how) => {
    // The types of zod name URL. Ours need nothing but the language.
    const entries = how.lib === PLATFORM ? alone : alone.filter((subpath) => subpath !== './schema')
    compile(how, [
      ...typesOf(entries),
      `import { otp, reduce, type DeliveryState } from 'sms-delivery-state'`,
      `export const state: DeliveryState = reduce([{ status: 'sent', receivedAt: 0 }], otp, 0)`,
      `// @ts-expect-error: a status that nobody knows`,
      `reduce([{ status: 'teleported' }], otp, 0)`,
    ])
  })

  describe.each(Object.entries(PEERS))('%s', (subpath, { peer, refused }) => {
    it(`says that ${peer} is missing, and works once it is there`, () => {
      const load = () => {
        runFile('peer.mjs', [`import '${specifier(subpath)}'`])
        runFile('peer.cjs', [`require('${specifier(subpath)}')`])
      }
      expect(load).toThrow(`Cannot find package '${peer}'`)
      symlinkSync(inRoot('node_modules', peer), join(folder, 'node_modules', peer))
      load()
    })

    it.each(HOW)('has types for $file under moduleResolution $moduleResolution', (how) => {
      const code = [
        ...typesOf([subpath]),
        `import { otp } from 'sms-delivery-state'`,
        '// @ts-expect-error',
        refused,
      ]
      // Its own declarations do not pass the strictest options.
      compile(how, code, { skipLibCheck: true })
    })
  })
})

interface How {
  module: string
  moduleResolution: string
  lib: readonly string[]
  file: string
  esModuleInterop?: boolean
}

const typesOf = (entries: readonly string[]) =>
  entries.map((subpath, i) => `import * as entry${i} from '${specifier(subpath)}'\nvoid entry${i}`)

function compile({ file, ...how }: How, code: readonly string[], options: object = {}) {
  writeFileSync(join(folder, file), code.join('\n'))
  const compilerOptions = {
    ...how,
    ...options,
    target: 'es2022',
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }))
  run(process.execPath, [inRoot('node_modules/typescript/bin/tsc'), '-p', folder], folder)
}

function runFile(name: string, lines: string[]) {
  writeFileSync(join(folder, name), lines.join('\n'))
  run(process.execPath, [name], folder)
}

/** Gives what it prints; where it fails, the error shows that too. */
function run(command: string, args: string[], cwd: string): string {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`)
  }
}
