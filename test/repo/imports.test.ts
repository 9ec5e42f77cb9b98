import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesUnder } from './project.ts'
import { forbiddenIn, importsOf, isTableOfContents, parse } from './source-file.ts'

const CORE = ['event', 'policy', 'message', 'evidence', 'delivery', 'timeline', 'receipts']

/** Arrows go down: what each folder may import, for types too. */
const MAY_IMPORT: Record<string, string[]> = {
  index: CORE,
  event: [],
  policy: ['event'],
  message: ['event'],
  evidence: ['event', 'message'],
  delivery: ['event', 'policy', 'message', 'evidence'],
  timeline: ['event', 'policy', 'message', 'delivery'],
  receipts: ['event', 'policy', 'delivery'],
  explain: CORE,
  // The types of an explanation; date-fns stays behind.
  schema: [...CORE, 'explain'],
  reader: ['event', 'receipts'],
  // `canonical` reads events as they are.
  providers: ['event', 'receipts', 'reader'],
  machine: ['event', 'policy', 'delivery'],
  sql: ['event', 'policy', 'delivery'],
  verify: [],
  metrics: ['event', 'delivery'],
  // A failed expectation shows the story of the message.
  testing: [...CORE, 'providers', 'reader', 'explain'],
  cli: [
    ...CORE,
    'explain',
    'schema',
    'providers',
    'reader',
    'machine',
    'sql',
    'metrics',
    'testing',
    'index',
  ],
}

/** The folders where a package may be imported. */
const PACKAGES: Record<string, string[]> = {
  'date-fns': ['explain'],
  '@date-fns/tz': ['explain', 'reader'],
  zod: ['schema'],
  xstate: ['machine'],
}

/** Which of Node's own modules a folder may import. */
const NODE: Record<string, RegExp> = { cli: /^node:/, verify: /^node:crypto$/ }

const sourcePaths = filesUnder('src').filter((path) => path.endsWith('.ts'))
const sources = sourcePaths.map((path) => {
  const file = parse(path)
  return { path, file, place: placeOf(path), imports: importsOf(file) }
})

describe('imports', () => {
  it('finds the sources', () => expect(sources.length).toBeGreaterThan(10))

  it.each(sources)('$path imports what its folder may', ({ path, place, imports }) => {
    const complaints = imports.flatMap(({ line, text }) => {
      const why = complaint(path, place, text)
      return why ? [`${path}:${line}: '${text}': ${why}`] : []
    })
    expect(MAY_IMPORT, 'the table of this test').toHaveProperty(place.folder)
    expect(complaints).toEqual([])
  })

  it.each(sources.filter(({ place }) => place.folder !== 'cli'))(
    '$path leaves out time, chance, locale and any',
    ({ path, file }) => {
      expect(forbiddenIn(file).map(({ line, text }) => `${path}:${line}: ${text}`)).toEqual([])
    },
  )

  it('src/index.ts is a table of contents: named re-exports alone', () =>
    expect(isTableOfContents(parse('src/index.ts'))).toBe(true))

  it('no file imports itself by way of others', () => expect(cycles()).toEqual([]))
})

interface Place {
  folder: string
  /** The provider, in src/providers/<provider>/. */
  provider: string | undefined
}

function placeOf(path: string): Place {
  const [, folder = '', second = '', third] = path.split('/')
  return {
    folder: folder.replace(/\.ts$/, ''),
    provider: folder === 'providers' && third ? second : undefined,
  }
}

/** Why a file may not import this; undefined where it may. */
function complaint(path: string, from: Place, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) {
    if (specifier.startsWith('node:')) {
      return NODE[from.folder]?.test(specifier)
        ? undefined
        : `${specifier} is not imported in src/${from.folder}`
    }
    const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
    return PACKAGES[name]?.includes(from.folder)
      ? undefined
      : `${name} is not imported in src/${from.folder}`
  }

  const target = posix.join(posix.dirname(path), specifier)
  if (!sources.some((source) => source.path === target))
    return 'no such file in src; relative imports end in .ts'
  const to = placeOf(target)
  if (to.folder !== from.folder) {
    if (from.provider === 'canonical' && to.folder === 'schema') return undefined
    return MAY_IMPORT[from.folder]?.includes(to.folder)
      ? undefined
      : `src/${from.folder} does not import src/${to.folder}`
  }
  if (from.provider && to.provider && from.provider !== to.provider)
    return 'a provider does not import another'
  if (from.provider && target === 'src/providers/index.ts')
    return 'a provider does not import the list of all of them'
  return undefined
}

/** Each cycle between files, as the path that leads back; imports of types count. */
function cycles(): string[] {
  const found: string[] = []
  const done = new Set<string>()
  const visit = (path: string, trail: string[]) => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    if (done.has(path) || trail.includes(path)) return
    const source = sources.find((each) => each.path === path)
    for (const { text } of source?.imports ?? []) {
      if (text.startsWith('.')) visit(posix.join(posix.dirname(path), text), [...trail, path])
    }
    done.add(path)
  }
  for (const { path } of sources) visit(path, [])
  return found
}
