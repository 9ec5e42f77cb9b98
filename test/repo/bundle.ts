import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { root } from './project.ts'

interface Bundle {
  code: string
  /** Minified and gzipped; a kilobyte is 1000 bytes. */
  bytes: number
  /** The packages that are left to import. */
  strangers: string[]
}

/** Bundles code that imports the built package by its name, as a user's bundler would. */
export async function bundle(
  code: string,
  options: { packages?: 'bundle' | 'external'; format?: 'esm' | 'iife' } = {},
): Promise<Bundle> {
  const result = await build({
    // A path, since `packages: 'external'` would leave the package itself out too.
    stdin: {
      contents: code.replaceAll(
        /'sms-delivery-state(\/[^']*)?'/g,
        (_, path: string | undefined) => `'./dist${path ?? '/index'}.js'`,
      ),
      resolveDir: root,
    },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: options.format ?? 'esm',
    globalName: options.format === 'iife' ? 'bundle' : undefined,
    target: 'es2022',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    logLevel: 'error',
    packages: options.packages ?? 'bundle',
    external: ['node:*'],
  })
  const output = result.outputFiles[0]
  if (!output) throw new Error('esbuild wrote nothing')
  const imports = Object.values(result.metafile.outputs).flatMap((each) => each.imports)
  return {
    code: output.text,
    bytes: gzipSync(output.contents, { level: 9 }).length,
    strangers: [
      ...new Set(imports.filter((each) => each.external).map((each) => each.path)),
    ].sort(),
  }
}

/**
 * What stays of a file of dist in the bundle of a user who uses nothing of it, did package.json not
 * say that nothing has side effects.
 */
export async function leftovers(file: string): Promise<string> {
  const result = await build({
    stdin: { contents: `import '${file}'`, resolveDir: root },
    bundle: true,
    write: false,
    format: 'esm',
    treeShaking: true,
    plugins: [
      {
        name: 'side effects are looked for',
        setup({ onResolve }) {
          onResolve({ filter: /^[^.]/ }, ({ path }) => ({
            path,
            external: true,
            sideEffects: false,
          }))
          onResolve({ filter: /^\./ }, ({ path, resolveDir }) => ({
            path: join(resolveDir, path),
            sideEffects: true,
          }))
        },
      },
    ],
  })
  return result.outputFiles[0]?.text.replace(/^\/\/.*\n/gm, '').trim() ?? ''
}
