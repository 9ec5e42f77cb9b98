export { anyProvider, detect, providers } from './any-provider.ts'
export { canonical } from './canonical/index.ts'
export { defineProvider } from './define-provider.ts'
export type {
  CodeRow,
  CodeTable,
  Conditions,
  LayOut,
  Path,
  ProviderSpec,
  ShapeSpec,
  StatusRow,
  StatusTable,
  TextField,
  TimeField,
} from './spec.ts'
export type { TimeFormat } from './times.ts'
export { messente } from './messente/index.ts'
export { smpp } from './smpp/index.ts'
export { twilio } from './twilio/index.ts'
export { vonage } from './vonage/index.ts'
