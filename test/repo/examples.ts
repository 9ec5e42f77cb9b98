import { filesUnder, read } from './project.ts'

/** In order of difficulty. */
export const examples = filesUnder('examples').filter((path) =>
  /^examples\/\d\d-[\w-]+\.(ts|mjs)$/.test(path),
)

/** Who needs an example, and why: the sentence at its head, `// For …`. */
export const needOf = (path: string): string =>
  (/^\/\/ (For [^]*?\.)\n(?!\/\/ [^(])/.exec(read(path))?.[1] ?? '').replaceAll('\n// ', ' ')
