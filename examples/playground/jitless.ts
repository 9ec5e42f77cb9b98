import * as z from 'zod'

// Where it may, zod compiles its schemas; the page's Content-Security-Policy forbids even to try.
z.config({ jitless: true })

/** What is wrong, a line for each: `advice.open: Invalid option: …`. */
export const problemsOf = ({ issues }: z.ZodError): string[] =>
  issues.map(({ path, message }) =>
    path.length > 0 ? `${z.core.toDotPath(path)}: ${message}` : message,
  )
