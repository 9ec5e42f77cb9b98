import { readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { defineConfig, type Options } from 'tsup'
import pkg from './package.json' with { type: 'json' }

/** Every subpath of the exports map is one entry: `./providers/twilio` is built from `src/providers/twilio/index.ts` to `dist/providers/twilio.js`. */
export const entry = Object.fromEntries(
  Object.keys(pkg.exports)
    .filter((subpath) => subpath !== './package.json')
    .map((subpath) =>
      subpath === '.'
        ? ['index', 'src/index.ts']
        : [subpath.slice(2), `src/${subpath.slice(2)}/index.ts`],
    ),
)

/** So many providers are in one chunk: who imports one of them reads a few more, in 1 to 3 ms. */
const GROUP = 6
const providers = Object.keys(entry).filter((name) => name.startsWith('providers/'))

/**
 * esbuild cuts a chunk for each set of modules that the same entries reach, and a process takes half
 * a millisecond for each file. So all entries reach all of the core, but for `verify`, which needs
 * none: it is one chunk in place of fifteen. And a provider reaches some others. A bundler drops
 * what is not used all the same.
 */
function alsoReached(name: string): string[] {
  if (name === 'verify') return []
  const at = providers.indexOf(name)
  const group = Math.floor(at / GROUP) * GROUP
  return ['.', ...(at < 0 ? [] : providers.slice(group, group + GROUP))]
}

const fewChunks: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'few-chunks',
  setup(build) {
    build.onLoad({ filter: /\/src\/.+\/index\.ts$/ }, ({ path }) => {
      const reached = alsoReached(relative('src', dirname(path)))
      const imports = reached.map(
        (name) => `import ${JSON.stringify(resolve('src', name, 'index.ts'))}`,
      )
      return { contents: [readFileSync(path, 'utf8'), ...imports].join('\n'), loader: 'ts' }
    })
  },
}

const shared: Options = {
  target: 'es2022',
  platform: 'neutral',
  // The types of the entries; the command has none. `verify` uses Node, though its types do not show it.
  dts: { entry, compilerOptions: { types: ['node'] } },
  // Deno and edge workers know Node's modules by this name alone.
  external: [/^node:/],
  removeNodeProtocol: false,
  // What entries share is in chunks, in CommonJS too.
  splitting: true,
  esbuildPlugins: [fewChunks],
  silent: true,
}

export default defineConfig([
  // The command runs in Node alone, from the same chunks.
  { ...shared, entry: { ...entry, cli: 'src/cli/main.ts' }, format: 'esm', clean: true },
  {
    ...shared,
    entry,
    format: 'cjs',
    // tsup cuts CommonJS into chunks with sucrase, which makes a call with closures of each `?.` and `??`: half as slow again. esbuild makes a condition.
    esbuildOptions(options) {
      options.supported = { 'optional-chain': false, 'nullish-coalescing': false }
    },
  },
])
