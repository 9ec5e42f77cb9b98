import { alert } from 'sms-delivery-state'
import { walk } from './walk.ts'

walk(alert)
