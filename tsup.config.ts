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

const shared: Options = {
  target: 'es2022',
  platform: 'neutral',
  // The types of the entries; the command has none. `verify` uses Node, though its types do not show it.
  dts: { entry, compilerOptions: { types: ['node'] } },
  // Deno and edge workers know Node's modules by this name alone.
  external: [/^node:/],
  removeNodeProtocol: false,
  // The core is one chunk that all entries share, in CommonJS too.
  splitting: true,
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
