/** Does it for each of a list, and gives the last. */
export const each = (list, run) => () => {
  let last
  for (const item of list) last = run(item)
  return last
}
