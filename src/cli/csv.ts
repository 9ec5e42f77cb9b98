/**
 * A row of CSV (RFC 4180), without its line feed: `print` ends each line with one.
 *
 * Text that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP says
 * (https://owasp.org/www-community/attacks/CSV_Injection): what begins with = + - @, their
 * full-width forms, a tab, or the end of a line. Numbers stay numbers.
 */
export const csvRow = (cells: readonly CsvCell[]): string => `${cells.map(cellText).join(',')}\r`

export type CsvCell = string | number | boolean | undefined

const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/

function cellText(cell: CsvCell): string {
  if (typeof cell !== 'string') return cell === undefined ? '' : String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
