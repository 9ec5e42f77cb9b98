import { notification } from 'sms-delivery-state'
import { walkActions } from './acting-once.ts'

walkActions(notification)
