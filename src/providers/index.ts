export { anyProvider, detect, providers } from './any-provider.ts'
export { canonical } from './canonical/index.ts'
export { codeTable } from '../reader/code-table.ts'
export { defineProvider } from '../reader/define-provider.ts'
export type {
  CodeRow,
  CodeTable,
  Conditions,
  ToFields,
  Path,
  ProviderSpec,
  ShapeSpec,
  StatusRow,
  StatusTable,
  TextField,
  TimeField,
} from '../reader/spec.ts'
export { TIME_FORMATS, type ReadTime, type TimeFormat } from '../reader/times.ts'
export { messente } from './messente/index.ts'
export { smpp } from './smpp/index.ts'
export { twilio } from './twilio/index.ts'
export { vonage } from './vonage/index.ts'
