/** Where two lists of lines part: `line 7, at 12: … instead of …`; undefined where they are the same. */
export function differenceOf(actual: string, expected: string): string | undefined {
  if (actual === expected) return undefined
  const [lines, wanted] = [actual.split('\n'), expected.split('\n')]
  const i = wanted.findIndex((line, i) => line !== lines[i])
  if (i < 0) return `${lines.length} lines instead of ${wanted.length}`
  const [line = '', want = ''] = [lines[i], wanted[i]]
  let at = 0
  while (at < want.length && line[at] === want[at]) at++
  const near = (text: string) => text.slice(Math.max(0, at - 60), at + 60)
  return `line ${i + 1}, at ${at}: ${near(line)} instead of ${near(want)}`
}
