import { writeFileSync } from 'node:fs'
import ts from 'typescript'
import { afterAll, describe, expect, it } from 'vitest'
import { inRoot, pkg, read, root } from './project.ts'
import { providerTable } from './provider-table.ts'
import { printed } from './run.ts'
import { command } from '../unit/cli/command.ts'

/*
 * Each ```ts or ```js block of the README is a program of its own: it type-checks, it runs, and it prints what the README says:
 * the ```text block right under it, or else its own comments `// → …`, one for each printed line. `npm run update` rewrites both.
 */
const markdown = read('README.md')
const update = process.env['UPDATE'] === '1'

interface Block {
  line: number
  lang: string
  code: string
  /** Where the code starts in the README. */
  start: number
  /** The block right under it, where that is ```text. */
  output: Block | undefined
}

const blocks = blocksOf(markdown)
const programs = blocks.filter(({ lang }) => /^(ts|js|typescript|javascript|mjs)\b/.test(lang))
const replacements: { start: number; was: string; is: string }[] = []

describe('README', () => {
  afterAll(() => {
    let text = markdown
    // From the end, so that the places before stay where they are.
    for (const { start, was, is } of replacements.sort((a, b) => b.start - a.start)) {
      text = text.slice(0, start) + is + text.slice(start + was.length)
    }
    if (text !== markdown) writeFileSync(inRoot('README.md'), text)
  })

  it('has a program', () => expect(programs.length).toBeGreaterThan(0))

  it('its programs have the right types', () => expect(typeErrors()).toEqual([]))

  it.each(programs)('line $line prints what it says', ({ line, code, start, output }) => {
    const actual = printed(code, `README.md:${line}`)
    if (output) {
      if (update) replacements.push({ start: output.start, was: output.code, is: actual })
      else expect(actual).toBe(output.code)
      return
    }
    const lines = actual.split('\n').slice(0, -1)
    const said = [...code.matchAll(/\/\/ → (.*)$/gm)].map((match) => match[1])
    if (update) {
      expect(said.length, 'one comment // → for each printed line').toBe(lines.length)
      replacements.push({ start, was: code, is: code.replace(/\/\/ → .*$/gm, () => `// → ${lines.shift() ?? ''}`) })
    } else expect(lines).toEqual(said)
  })

  it('its picture is the one that toMermaid draws', () => {
    const pictures = blocks.filter(({ lang }) => lang === 'mermaid')
    expect(pictures).toHaveLength(1)
    const drawn = printed(
      `import { otp } from 'sms-delivery-state'\nimport { toMermaid } from 'sms-delivery-state/explain'\nconsole.log(toMermaid(otp))`,
      'README.md',
    )
    for (const { start, code } of pictures) {
      if (update) replacements.push({ start, was: code, is: drawn })
      else expect(code).toBe(drawn)
    }
  })

  it('its table of providers is the one that they print', () => {
    const [table = ''] = /^\| provider [^]*?\n(?=\n)/m.exec(markdown) ?? []
    if (update) replacements.push({ start: markdown.indexOf(table), was: table, is: providerTable() })
    else expect(table).toBe(providerTable())
  })

  it.each(blocks.filter(({ lang }) => lang === 'console'))(
    'line $line is what the command prints on a terminal',
    async ({ code, start }) => {
      const [first = '', ...rest] = code.split('\n')
      const { out: actual } = await command(first.replace('$ npx sms-delivery-state ', '').split(' '), { isTTY: true })
      if (update) replacements.push({ start, was: code, is: `${first}\n${actual}` })
      else expect(rest.join('\n')).toBe(actual)
    },
  )

  it('its shell commands are scripts of this package', () => {
    const shell = blocks.filter(({ lang }) => /^(sh|bash|shell|console)\b/.test(lang)).flatMap(({ code }) => code.split('\n'))
    const named = shell.flatMap((line) => [...line.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map((match) => match[1] ?? ''))
    expect(named.filter((name) => !pkg.scripts[name])).toEqual([])
    for (const command of ['npm ci && npm run demo', 'npm cit']) expect(markdown).toContain(command)
    expect(pkg.scripts).toMatchObject({ demo: expect.any(String) as string, test: expect.any(String) as string })
  })
})

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
    if (next?.block.lang === 'text' && text.slice(to, next.from).trim() === '') block.output = next.block
  })
  return found.map(({ block }) => block)
}

/** The programs under the options of test/tsconfig.json; the package by its name is the source. */
function typeErrors(): string[] {
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
  const virtual = new Map(programs.map(({ line, code }) => [inRoot(`README.md:${line}.ts`), code]))
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (path) => virtual.has(path) || fileExists(path)
  host.readFile = (path) => virtual.get(path) ?? readFile(path)
  host.getSourceFile = (path, language, ...rest) => {
    const code = virtual.get(path)
    return code === undefined ? getSourceFile(path, language, ...rest) : ts.createSourceFile(path, code, language, true)
  }
  const program = ts.createProgram([...virtual.keys()], options, host)
  return [...virtual.keys()].flatMap((path) => {
    const file = program.getSourceFile(path)
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(({ start, messageText }) => {
      const line = Number(/:(\d+)\.ts$/.exec(path)?.[1]) + (file?.getLineAndCharacterOfPosition(start ?? 0).line ?? 0)
      return `${path.slice(root.length).replace(/:.*/, '')}:${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
    })
  })
}
