/**
 * The structure of a page, one line per element: its depth, its name and its own text. Numbers of a
 * drawing are left out, so that another distance is not another structure.
 */
export function outlineOf(document: Document): string[] {
  const lines: string[] = []
  const visit = (element: Element, depth: number): void => {
    const own = [...element.childNodes]
      .filter(({ nodeType }) => nodeType === 3)
      .map(({ textContent }) => textContent ?? '')
    const attributes = [
      'class',
      'scope',
      'colspan',
      'role',
      'fill',
      'stroke-dasharray',
      'text-anchor',
    ]
      .filter((name) => element.hasAttribute(name))
      .map((name) => ` ${name}=${element.getAttribute(name)}`)
    const shape = (element.getAttribute('d') ?? '').replaceAll(/[-\d.\s]+/g, '')
    lines.push(
      `${'  '.repeat(depth)}${element.tagName.toLowerCase()}${attributes.join('')} ${shape}${own.join('')}`.trimEnd(),
    )
    for (const child of element.children) visit(child, depth + 1)
  }
  for (const child of document.body.children) visit(child, 0)
  return lines
}
