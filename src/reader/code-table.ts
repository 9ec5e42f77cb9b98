import { throwMisuse } from '../event/throw-misuse.ts'
import type { CodeRow, CodeTable } from './spec.ts'

/**
 * A table of codes, one row for all codes that mean the same.
 *
 * @throws TypeError if a code stands in two rows
 * @example
 * ```ts
 * const codes = codeTable(
 *   [null, 0, '00'],
 *   ['unreachable', 6, 8],
 *   [{ reason: 'invalid-destination', permanent: true }, 1, 5],
 * )
 * console.log(codes['8']) // → unreachable
 * ```
 */
export function codeTable(
  ...rows: (readonly [row: CodeRow, ...codes: (string | number)[]])[]
): CodeTable {
  const table: Record<string, CodeRow> = {}
  for (const [row, ...codes] of rows) {
    for (const code of codes) {
      if (Object.hasOwn(table, code))
        throwMisuse('codeTable: ', 'each code', 'in one row', code, 'Take it out of the other row.')
      table[code] = row
    }
  }
  return table
}
