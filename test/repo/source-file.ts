import ts from 'typescript'
import { read } from './project.ts'

export interface Found {
  line: number
  text: string
}

/**
 * A source file as the compiler sees it, so that comments and strings are not mistaken for code.
 */
export function parse(path: string) {
  return ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true)
}

/** What a file imports or re-exports, for values or for types, `import('…')` too. */
export function importsOf(file: ts.SourceFile): Found[] {
  const found: Found[] = []
  walk(file, (node) => {
    let name: ts.Node | undefined
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) name = node.moduleSpecifier
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      name = node.argument.literal
    else if (
      ts.isCallExpression(node) &&
      (node.expression.kind === ts.SyntaxKind.ImportKeyword || isNamed(node.expression, 'require'))
    )
      name = node.arguments[0]
    else if (ts.isExternalModuleReference(node)) name = node.expression
    else return
    if (name)
      found.push({
        line: lineOf(file, node),
        text: ts.isStringLiteralLike(name) ? name.text : `(computed) ${name.getText()}`,
      })
  })
  return found
}

/** Time, chance, locale and generated code, none of which may decide a verdict; and `any`. */
export function forbiddenIn(file: ts.SourceFile): Found[] {
  const found: Found[] = []
  walk(file, (node) => {
    if (isForbidden(node)) found.push({ line: lineOf(file, node), text: node.getText() })
  })
  return found
}

function isForbidden(node: ts.Node): boolean {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return true
  if (ts.isPropertyAccessExpression(node))
    return (
      /^(Date\.now|Math\.random)$/.test(node.getText()) ||
      /^(localeCompare|toLocale\w+)$/.test(node.name.text)
    )
  if (ts.isNewExpression(node))
    return (
      isNamed(node.expression, 'Function') ||
      (isNamed(node.expression, 'Date') && !node.arguments?.length)
    )
  return (
    ts.isCallExpression(node) &&
    ['eval', 'Function', 'Date'].some((name) => isNamed(node.expression, name))
  )
}

/** Whether a file holds `export { … } from '…'` alone. */
export function isTableOfContents(file: ts.SourceFile): boolean {
  return file.statements.every(
    (statement) =>
      ts.isExportDeclaration(statement) &&
      statement.moduleSpecifier &&
      statement.exportClause &&
      ts.isNamedExports(statement.exportClause),
  )
}

const isNamed = (node: ts.Node, name: string) => ts.isIdentifier(node) && node.text === name
const lineOf = (file: ts.SourceFile, node: ts.Node) =>
  file.getLineAndCharacterOfPosition(node.getStart()).line + 1

function walk(node: ts.Node, visit: (node: ts.Node) => void) {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}
