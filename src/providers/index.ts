export { anyProvider, detect } from './any-provider.ts'
export * from './registry.ts'
export { codeTable } from '../reader/code-table.ts'
export { defineProvider } from '../reader/define-provider.ts'
export type {
  CodeRow,
  CodeTable,
  Conditions,
  ToFields,
  Path,
  ProviderExtension,
  ProviderSpec,
  ShapeSpec,
  StatusRow,
  StatusTable,
  TextField,
  TimeField,
} from '../reader/spec.ts'
export { TIME_FORMATS, type ReadTime, type TimeFormat } from '../reader/times.ts'
