export { receipt, statusesOf } from './receipt.ts'
export type { Receipt } from './raw-receipt.ts'
