/** Where lines should end; what follows is put under it. */
const WIDTH = 110

/**
 * Rows of cells as aligned lines. A column that is empty in every row is left out; the last one is
 * wrapped.
 *
 * @param right the columns that are aligned to the right
 */
export function columns(
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string[][] {
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((width, row) => Math.max(width, (row[column] ?? '').length), 0),
  )
  const last = widths.length - 1
  return rows.map((row) => {
    const cells = row.slice(0, last).flatMap((cell, column) => {
      const width = widths[column] ?? 0
      return width === 0 ? [] : [right.includes(column) ? cell.padStart(width) : cell.padEnd(width)]
    })
    return hanging(`${cells.join('  ')}  `, row[last] ?? '')
  })
}

/** A text after its label, wrapped, with the further lines under the text's beginning. */
export function hanging(label: string, text: string): string[] {
  const room = Math.max(40, WIDTH - label.length)
  const lines: string[] = []
  // A number and its unit stay together.
  for (const word of text.split(/ (?!(?:ms|s|min|h|d)\b)/)) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= room)
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines.map((line, i) => ((i === 0 ? label : ' '.repeat(label.length)) + line).trimEnd())
}

/** A foreign text for a terminal: short, on one line, without control or direction characters. */
export function printable(text: string, most: number): string {
  const clean = [...text.replaceAll(/[\p{C}\p{Z}]+/gu, ' ').trim()]
  if (clean.length <= most) return clean.join('')
  const tail = Math.floor((most - 1) / 2)
  return `${clean.slice(0, most - 1 - tail).join('')}…${clean.slice(-tail).join('')}`
}
