import { readdirSync } from 'node:fs'
import prettier from 'prettier'
import { filesUnder, inRoot, read } from './project.ts'

/**
 * The folders of providers. Each exports a provider and an `encoder`, the provider under the
 * folder's name.
 */
export const names = readdirSync(inRoot('src/providers'), { withFileTypes: true })
  .filter((file) => file.isDirectory())
  .map(({ name }) => name)
  .sort()

const HEAD = '// Made of the folders by `npm run update`.'

/**
 * The files that follow from the folders, as they should be: adding a provider touches its folder
 * alone.
 */
export async function registry(): Promise<Map<string, string>> {
  return new Map([
    ['src/providers/registry.ts', await formatted(providers(), 'typescript')],
    ['src/testing/encoders.ts', await formatted(encoders(), 'typescript')],
    ['package.json', await formatted(packageFile(), 'json-stringify')],
  ])
}

const providers = () => `${HEAD}
${names.map((name) => `import { ${name} } from './${name}/index.ts'`).join('\n')}

export { ${names.join(', ')} }

/** All providers that the library knows, by name. */
export const providers = /* @__PURE__ */ Object.freeze({ ${names.join(', ')} })
`

const encoders = () => `${HEAD}
${names.map((name) => `import { encoder as ${name} } from '../providers/${name}/encode.ts'`).join('\n')}
import type { Encoder } from '../reader/encoder.ts'

/** One for each provider. */
export const encoders: Readonly<Record<string, Encoder>> = { ${names.join(', ')} }
`

/**
 * The exports map has a subpath for each folder with an index.ts; tsup reads the map. TypeScript
 * with `moduleResolution: node10` (ts-jest, say) does not, and finds the types of subpaths by
 * typesVersions.
 */
function packageFile(): string {
  const folders = filesUnder('src').flatMap(
    (path) => /^src\/(.+)\/index\.ts$/.exec(path)?.[1] ?? [],
  )
  folders.sort()
  const conditions = (file: string) => ({
    import: { types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` },
    require: { types: `./dist/${file}.d.cts`, default: `./dist/${file}.cjs` },
  })
  const exports = {
    '.': conditions('index'),
    ...Object.fromEntries(folders.map((folder) => [`./${folder}`, conditions(folder)])),
    './package.json': './package.json',
  }
  const typesVersions = {
    '*': Object.fromEntries(folders.map((folder) => [folder, [`./dist/${folder}.d.cts`]])),
  }
  return JSON.stringify({ ...(JSON.parse(read('package.json')) as object), exports, typesVersions })
}

async function formatted(text: string, parser: string): Promise<string> {
  return prettier.format(text, {
    ...(await prettier.resolveConfig(inRoot('package.json'))),
    parser,
  })
}
