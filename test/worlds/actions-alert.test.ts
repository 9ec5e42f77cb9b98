import { alert } from 'sms-delivery-state'
import { walkActions } from './acting-once.ts'

walkActions(alert)
