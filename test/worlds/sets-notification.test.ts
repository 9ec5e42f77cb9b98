import { notification } from 'sms-delivery-state'
import { walk } from './walk.ts'

walk(notification)
