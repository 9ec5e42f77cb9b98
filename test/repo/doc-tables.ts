import ts from 'typescript'
import {
  OUTCOMES,
  alert,
  notification,
  otp,
  FAILURE_REASONS,
  type Policy,
} from '../../src/index.ts'
import { examples, needOf } from './examples.ts'
import { read } from './project.ts'
import { providerTables } from './provider-table.ts'
import { code, table } from './table.ts'

/**
 * The tables of the pages, by name: made of the types' docstrings, the policies and the providers.
 */
export const docTables: Readonly<Record<string, () => string>> = {
  ...providerTables,
  statuses: () => {
    const words = membersOf('src/event/status.ts', 'Status')
    return table(
      ['status', 'meaning', 'outcome'],
      words.map(([word, text]) => [code(word), text, OUTCOMES[word as keyof typeof OUTCOMES]]),
    )
  },
  outcomes: () => wordTable('outcome', 'src/event/status.ts', 'Outcome'),
  reasons: () => wordTable('reason', 'src/event/failure.ts', 'FailureReason'),
  confirmations: () => wordTable('confirmed by', 'src/event/event.ts', 'Confirmation'),
  sources: () => wordTable('source', 'src/event/event.ts', 'Source'),
  verdicts: () => wordTable('verdict', 'src/delivery/verdict.ts', 'Verdict'),
  actions: () => wordTable('action', 'src/policy/policy.ts', 'Action', 'the product should'),
  'event-fields': () => fieldTable(['src/event/event.ts', 'DeliveryEvent']),
  'attempt-fields': () => fieldTable([STATE, 'AttemptState'], [STATE, 'Milestones']),
  'state-fields': () => fieldTable([STATE, 'DeliveryState']),
  'submission-fields': () => fieldTable(['src/event/submission.ts', 'Submission']),
  'context-fields': () => fieldTable([PROVIDER, 'ReceiptContext']),
  'issue-fields': () => fieldTable([PROVIDER, 'Issue']),
  'issue-codes': () => wordTable('code', PROVIDER, 'IssueCode'),
  examples: () =>
    table(
      ['example', 'for'],
      examples.map((path) => [
        `[${path.slice(9)}](${path.slice(9)})`,
        needOf(path).replace(/^For /, ''),
      ]),
    ),
  policies: () =>
    table(
      ['', ...POLICIES.map(({ name }) => code(name))],
      [
        ['`window`', ...POLICIES.map(({ window }) => duration(window))],
        ['`slowAfter`', ...POLICIES.map(({ slowAfter }) => duration(slowAfter))],
        ['`terminal`', ...POLICIES.map(({ terminal }) => terminal.join(', '))],
        ['`silence`', ...POLICIES.map(({ silence }) => silence)],
        ['`maxAttempts`', ...POLICIES.map(({ maxAttempts }) => `${maxAttempts}`)],
      ],
    ),
  advice: () =>
    table(['shown', ...POLICIES.map(({ name }) => code(name))], [...shownRows(), ...failedRows()]),
}

const STATE = 'src/delivery/delivery-state.ts'
const PROVIDER = 'src/receipts/provider.ts'
const POLICIES = [otp, alert, notification]

function shownRows(): string[][] {
  return membersOf('src/policy/policy.ts', 'AdviceTable')
    .filter(([name]) => name !== 'failed')
    .map(([name, text]) => [
      `${code(name)}: ${text.replace(/\.$/, '').toLowerCase()}`,
      ...POLICIES.map(({ advice }) => code(advice[name as 'open'] ?? 'as open or slow')),
    ])
}

/** Reasons with the same actions share a row. */
function failedRows(): string[][] {
  const actionsOf = (reason: keyof Policy['advice']['failed']) =>
    POLICIES.map(({ advice }) => code(advice.failed[reason]))
  const rows = new Map<string, string[]>()
  for (const reason of FAILURE_REASONS) {
    const key = actionsOf(reason).join()
    rows.set(key, [...(rows.get(key) ?? []), reason])
  }
  return [...rows.values()].map((reasons) => [
    `\`failed\`: ${reasons.join(', ')}`,
    ...actionsOf(reasons[0] as keyof Policy['advice']['failed']),
  ])
}

const wordTable = (head: string, path: string, type: string, meaning = 'meaning') =>
  table(
    [head, meaning],
    membersOf(path, type).map(([word, text]) => [code(word), text]),
  )

const fieldTable = (...types: [path: string, type: string][]) =>
  table(
    ['field', 'meaning'],
    types
      .flatMap(([path, type]) => membersOf(path, type))
      .map(([name, text]) => [code(name), text]),
  )

/**
 * What a docstring says of each member of a type: of an interface's fields, the first paragraph, or
 * of a union's words, which the type's own docstring lists. A field that is only ever undefined is
 * none.
 */
export function membersOf(path: string, type: string): [name: string, text: string][] {
  const file = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true)
  for (const node of file.statements) {
    if (ts.isInterfaceDeclaration(node) && node.name.text === type)
      return node.members.flatMap((member) =>
        member.name && !isNever(member)
          ? [[member.name.getText(), oneLine(docOf(member).replace(/\n\n[^]*/, ''))]]
          : [],
      )
    if (ts.isTypeAliasDeclaration(node) && node.name.text === type)
      return [...oneLine(docOf(node)).matchAll(/(?:^|\s)- `([\w-]+)`: (.*?)(?= - `|$)/g)].map(
        ([, name = '', text = '']) => [name, text],
      )
  }
  throw new Error(`${path} has no type ${type}`)
}

const isNever = (member: ts.TypeElement): boolean =>
  ts.isPropertySignature(member) && member.type?.kind === ts.SyntaxKind.UndefinedKeyword

const docOf = (node: ts.Node): string =>
  ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function duration(ms: number): string {
  if (ms % 3_600_000 === 0) return `${ms / 3_600_000} h`
  return ms % 60_000 === 0 ? `${ms / 60_000} min` : `${ms / 1000} s`
}
