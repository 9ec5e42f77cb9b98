export { explain, type ExplainOptions } from './explain.ts'
export {
  explanation,
  type ExplainedAttempt,
  type ExplainedStatus,
  type Explanation,
  type Meaning,
  type NextStep,
} from './explanation.ts'
export type { ExplainedClock, ExplainedEntry, ExplainedEvent } from './explained-entry.ts'
export type { Claim, Note, NoteCode, NoteValues, ReceiptName, ToldFailure } from './notes.ts'
export { phrases } from './english.ts'
export type { Phrases, Say } from './phrases.ts'
export { toMermaid } from './to-mermaid.ts'
export { toText, type TextOptions } from './to-text.ts'
export { toHtml, type HtmlOptions } from './to-html.ts'
export { stylesheet } from './stylesheet.ts'
