/** Remembers the last result, for as long as the arguments are the very same. */
export function memo<Args extends readonly unknown[], Result>(
  compute: (...args: Args) => Result,
): (...args: Args) => Result {
  let last: { readonly args: Args; readonly result: Result } | undefined
  return (...args) => {
    if (last === undefined || !args.every((arg, i) => Object.is(arg, last?.args[i])))
      last = { args, result: compute(...args) }
    return last.result
  }
}
