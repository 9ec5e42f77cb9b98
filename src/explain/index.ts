export { explain, type ExplainOptions } from './explain.ts'
export { toMermaid } from './to-mermaid.ts'
