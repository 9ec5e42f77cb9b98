import { otp } from 'sms-delivery-state'
import { walk } from './walk.ts'

walk(otp)
