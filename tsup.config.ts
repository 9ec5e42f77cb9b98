import { defineConfig } from 'tsup'
import pkg from './package.json' with { type: 'json' }

/** Every subpath of the exports map is one entry: `./providers/twilio` is built from `src/providers/twilio/index.ts` to `dist/providers/twilio.js`. */
export const entry = Object.fromEntries(
  Object.keys(pkg.exports)
    .filter((subpath) => subpath !== './package.json')
    .map((subpath) => (subpath === '.' ? ['index', 'src/index.ts'] : [subpath.slice(2), `src/${subpath.slice(2)}/index.ts`])),
)

export default defineConfig({
  entry,
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  dts: true,
  // The core is one chunk that all entries share, in CommonJS too.
  splitting: true,
  clean: true,
  silent: true,
})
