import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { filesUnder, inRoot, read, root } from './project.ts'

/** Tracked files, and those that would be. */
const files = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\0')
  .filter((path) => path && existsSync(inRoot(path)))

const TOP = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsup.config.ts',
  'src',
  'test',
  'examples',
  'CHANGELOG.md',
  'README.md',
  'LICENSE',
]

// Written in pieces, or they would find themselves.
const MACHINE = [
  /(?<![\w.~-])\/(?:work|root|home|Users|tmp)\/\w/,
  /[A-Z]:\\Users\\/,
  new RegExp('registry' + String.raw`\.\w+\.(?:org|com|dev)`),
  /\/\/(?:localhost|127\.0\.0\.1|10\.|192\.168\.)/,
]

/** Files over 250 lines, each with its reason. */
const LONG = {
  'src/testing/scenario.ts': 'one builder, whose steps are its documentation',
}

describe('files', () => {
  it('at the top are few', () => {
    const top = new Set(files.map((path) => path.split('/')[0] ?? ''))
    expect([...top].filter((name) => !TOP.includes(name) && !name.startsWith('.'))).toEqual([])
  })

  it('name no machine', () => {
    const found = files.flatMap((path) =>
      read(path)
        .split('\n')
        .flatMap((line, i) =>
          MACHINE.some((pattern) => pattern.test(line))
            ? [`${path}:${i + 1}: ${line.trim().slice(0, 120)}`]
            : [],
        ),
    )
    expect(found).toEqual([])
  })

  it('package-lock.json names no registry', () => {
    const lock = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { resolved?: string }>
    }
    expect(Object.entries(lock.packages).filter(([, { resolved }]) => resolved)).toEqual([])
  })

  it('in src have at most 250 lines, unless there is a reason', () => {
    const long = filesUnder('src').filter(
      (path) => path.endsWith('.ts') && read(path).split('\n').length - 1 > 250,
    )
    expect(long).toEqual(Object.keys(LONG))
  })
})
