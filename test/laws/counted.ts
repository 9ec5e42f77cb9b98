import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type * as core from 'sms-delivery-state'
import ts from 'typescript'

const src = fileURLToPath(new URL('../../src', import.meta.url))

/**
 * The source of an entry, with a counter in every function and loop, and `workOf`, which tells how often any of
 * them runs while `run` does. That is the same on every machine, however busy. What a built-in
 * function does by itself is not in it.
 */
export async function counted<Library = typeof core>(entry = './index.ts') {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from '${entry}'`,
      resolveDir: src,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    plugins: [
      {
        name: 'counted',
        setup: ({ onLoad }) =>
          onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => ({ contents: withCounters(path) })),
      },
    ],
  })
  const code = outputFiles.map(({ contents }) => Buffer.from(contents).toString('base64')).join('')
  const library = (await import(
    /* @vite-ignore */ `data:text/javascript;base64,${code}`
  )) as Library
  return { library, workOf, workOfPromise }
}

function workOf(run: () => unknown): number {
  let work = 0
  Object.assign(globalThis, { countWork: () => work++ })
  run()
  Reflect.deleteProperty(globalThis, 'countWork')
  return work
}

async function workOfPromise(run: () => Promise<unknown>): Promise<number> {
  let work = 0
  Object.assign(globalThis, { countWork: () => work++ })
  await run()
  Reflect.deleteProperty(globalThis, 'countWork')
  return work
}

function withCounters(path: string): string {
  const { outputText } = ts.transpileModule(readFileSync(path, 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    transformers: {
      before: [(context) => (file) => ts.visitEachChild(file, visitIn(context), context)],
    },
  })
  return outputText
}

function visitIn(context: ts.TransformationContext): (node: ts.Node) => ts.Node {
  const { factory } = context
  // Modules run before anybody counts.
  const count = () =>
    factory.createCallChain(
      factory.createIdentifier('globalThis.countWork'),
      factory.createToken(ts.SyntaxKind.QuestionDotToken),
      undefined,
      [],
    )
  const counting = (statements: readonly ts.Statement[]) =>
    factory.createBlock([factory.createExpressionStatement(count()), ...statements], true)
  const visit = (node: ts.Node): ts.Node => {
    const inner = ts.visitEachChild(node, visit, context)
    if (ts.isArrowFunction(inner) && !ts.isBlock(inner.body)) {
      const body = factory.createParenthesizedExpression(factory.createComma(count(), inner.body))
      const { modifiers, typeParameters, parameters, type, equalsGreaterThanToken } = inner
      return factory.updateArrowFunction(
        inner,
        modifiers,
        typeParameters,
        parameters,
        type,
        equalsGreaterThanToken,
        body,
      )
    }
    const isBody =
      ts.isBlock(inner) &&
      (ts.isFunctionLike(node.parent) || ts.isIterationStatement(node.parent, false))
    if (isBody) return counting(inner.statements)
    const isBareBody =
      ts.isStatement(inner) &&
      !ts.isBlock(inner) &&
      node.parent !== undefined &&
      ts.isIterationStatement(node.parent, false) &&
      node.parent.statement === node
    return isBareBody ? counting([inner]) : inner
  }
  return visit
}
