/**
 * A table that remembers which of its entries were read.
 *
 * @returns the same table, and the paths that nobody has read yet
 */
export function watched<Table extends object>(table: Table): { table: Table; unread: Set<string> } {
  const unread = new Set(pathsOf(table))
  const watch = <Part extends object>(part: Part, path: string): Part =>
    new Proxy(part, {
      get(target, key, receiver) {
        const value: unknown = Reflect.get(target, key, receiver)
        unread.delete(`${path}${String(key)}`)
        return typeof value === 'object' && value !== null
          ? watch(value, `${path}${String(key)}.`)
          : value
      },
    })
  return { table: watch(table, ''), unread }
}

const pathsOf = (part: object, path = ''): string[] =>
  Object.entries(part).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? pathsOf(value, `${path}${key}.`)
      : [`${path}${key}`],
  )
