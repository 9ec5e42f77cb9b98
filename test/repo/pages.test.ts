import { existsSync, writeFileSync } from 'node:fs'
import ts from 'typescript'
import { afterAll, describe, expect, it, test } from 'vitest'
import { command } from '../unit/cli/command.ts'
import { docTables } from './doc-tables.ts'
import { linksOf } from './links.ts'
import { filesUnder, inRoot, pkg, read, root } from './project.ts'
import { printed } from './run.ts'

/*
 * Each ```ts or ```js block of a page is a program of its own: it type-checks, it runs, and it
 * prints what the page says: the ```text block right under it, or else its own comments `// → …`,
 * one for each printed line. What stands between `<!-- table: … -->` and `<!-- /table -->` is
 * generated. `npm run update` rewrites all of these.
 */
const update = process.env['UPDATE'] === '1'

export const pages = [
  'README.md',
  'test/README.md',
  ...filesUnder('src'),
  ...filesUnder('examples'),
].filter((path) => path.endsWith('README.md') && !path.includes('/node_modules/'))

interface Block {
  line: number
  lang: string
  code: string
  /** Where the code starts in the page. */
  start: number
  /** The block right under it, where that is ```text. */
  output: Block | undefined
}

const isProgram = ({ lang }: Block) => /^(ts|js|typescript|javascript|mjs)$/.test(lang)

describe.each(pages)('%s', (page) => {
  const markdown = read(page)
  const blocks = blocksOf(markdown)
  const programs = blocks.filter(isProgram)
  const replacements: { start: number; was: string; is: string }[] = []
  const same = (start: number, was: string, is: string) => {
    if (update) replacements.push({ start, was, is })
    else expect(was).toBe(is)
  }

  afterAll(() => {
    let text = markdown
    // From the end, so that the places before stay where they are.
    for (const { start, was, is } of replacements.sort((a, b) => b.start - a.start)) {
      text = text.slice(0, start) + is + text.slice(start + was.length)
    }
    if (text !== markdown) writeFileSync(inRoot(page), text)
  })

  it('has programs of the right types', () => expect(typeErrors(page, programs)).toEqual([]))

  if (programs.length > 0)
    it.each(programs)('line $line prints what it says', ({ line, code, start, output }) => {
      const actual = printed(code, `${page}:${line}`)
      if (output) return same(output.start, output.code, actual)
      const lines = actual.split('\n').slice(0, -1)
      const claimed = [...code.matchAll(/\/\/ → (.*)$/gm)]
      expect(claimed.length, 'one comment // → for each printed line').toBe(lines.length)
      same(
        start,
        code,
        code.replace(/\/\/ → .*$/gm, () => `// → ${lines.shift() ?? ''}`),
      )
    })

  const tables = [...markdown.matchAll(/<!-- table: ([\w-]+) -->\n\n([^]*?)\n\n<!-- \/table -->/g)]
  if (tables.length > 0)
    it.each(tables.map((match) => ({ name: match[1] ?? '', was: match[2] ?? '', match })))(
      'table $name is what the code says',
      ({ name, was, match }) => {
        const tableOf = docTables[name]
        if (!tableOf)
          throw new Error(
            `${page}: no table ${name}; there are ${Object.keys(docTables).join(', ')}`,
          )
        same(match.index + match[0].indexOf('\n\n') + 2, was, tableOf())
      },
    )

  const pictures = blocks.filter(({ lang }) => lang === 'mermaid')
  if (pictures.length > 0)
    it.each(pictures)('line $line is what toMermaid draws', ({ start, code }) => {
      const drawn = `import { otp } from 'sms-delivery-state'\nimport { toMermaid } from 'sms-delivery-state/explain'\nconsole.log(toMermaid(otp))`
      same(start, code, printed(drawn, page))
    })

  const consoles = blocks.filter(({ lang }) => lang === 'console')
  if (consoles.length > 0)
    it.each(consoles)(
      'line $line is what the command prints on a terminal',
      async ({ code, start }) => {
        const [first = ''] = code.split('\n')
        const { out } = await command(first.replace('$ npx sms-delivery-state ', '').split(' '), {
          isTTY: true,
        })
        same(start, code, `${first}\n${out}`)
      },
    )

  it('has shell commands that are scripts of this package', () => {
    const shell = blocks
      .filter(({ lang }) => /^(sh|bash|shell|console)$/.test(lang))
      .flatMap(({ code }) => code.split('\n'))
    const named = shell.flatMap((line) =>
      [...line.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map((match) => match[1] ?? ''),
    )
    expect(named.filter((name) => !pkg.scripts[name])).toEqual([])
  })

  it('has links that lead somewhere', () => {
    const broken = linksOf(page, markdown).filter(
      ({ path, anchor }) =>
        !existsSync(inRoot(path)) ||
        (anchor !== undefined && !anchorsOf(read(path)).includes(anchor)),
    )
    expect(broken).toEqual([])
  })
})

test('the first page is read in five minutes', () => {
  const words = read('README.md').split(/\s+/).length
  expect(words).toBeGreaterThan(800)
  expect(words).toBeLessThan(1_300)
})

/** As GitHub makes them of headings. */
const anchorsOf = (markdown: string): string[] =>
  [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  )

function blocksOf(text: string): Block[] {
  const found = [...text.matchAll(/^```(\S.*)?\n([^]*?)^```[ \t]*$/gm)].map((match) => {
    const start = match.index + match[0].indexOf('\n') + 1
    const block: Block = {
      line: text.slice(0, start).split('\n').length,
      lang: match[1] ?? '',
      code: match[2] ?? '',
      start,
      output: undefined,
    }
    return { block, from: match.index, to: match.index + match[0].length }
  })
  found.forEach(({ block, to }, i) => {
    const next = found[i + 1]
    if (next?.block.lang === 'text' && text.slice(to, next.from).trim() === '')
      block.output = next.block
  })
  return found.map(({ block }) => block)
}

/** The programs under the options of test/tsconfig.json; the package by its name is the source. */
function typeErrors(page: string, programs: readonly Block[]): string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    inRoot('test/tsconfig.json'),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
  )
  if (!config) throw new Error('test/tsconfig.json cannot be read')
  // A program that shows something need not use it.
  const options: ts.CompilerOptions = {
    ...config.options,
    noUnusedLocals: false,
    noUnusedParameters: false,
    moduleDetection: ts.ModuleDetectionKind.Force,
  }
  const host = ts.createCompilerHost(options)
  const virtual = new Map(programs.map(({ line, code }) => [inRoot(`${page}:${line}.ts`), code]))
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (path) => virtual.has(path) || fileExists(path)
  host.readFile = (path) => virtual.get(path) ?? readFile(path)
  host.getSourceFile = (path, language, ...rest) => {
    const code = virtual.get(path)
    return code === undefined
      ? getSourceFile(path, language, ...rest)
      : ts.createSourceFile(path, code, language, true)
  }
  const program = ts.createProgram([...virtual.keys()], options, host)
  return [...virtual.keys()].flatMap((path) => {
    const file = program.getSourceFile(path)
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ start, messageText }) => {
        const line =
          Number(/:(\d+)\.ts$/.exec(path)?.[1]) +
          (file?.getLineAndCharacterOfPosition(start ?? 0).line ?? 0)
        return `${path.slice(root.length).replace(/:.*/, '')}:${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
      },
    )
  })
}
