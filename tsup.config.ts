import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
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

/**
 * The core is one chunk. esbuild cuts one for each set of modules that the same entries reach, some
 * fifteen, and a process takes half a millisecond for each file: so each entry reaches all of the
 * core, but for `verify`, which needs none. A bundler drops what is not used all the same.
 */
const coreInOneChunk: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'core-in-one-chunk',
  setup(build) {
    const core = JSON.stringify(resolve('src/index.ts'))
    build.onLoad({ filter: /src\/(\w+\/)+index\.ts$/ }, ({ path }) =>
      path.includes('/verify/')
        ? undefined
        : { contents: `${readFileSync(path, 'utf8')}\nimport ${core}`, loader: 'ts' },
    )
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
  esbuildPlugins: [coreInOneChunk],
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
