import { alert, notification, otp } from 'sms-delivery-state'
import { walkOrders } from './orders.ts'

for (const policy of [otp, alert, notification]) walkOrders(policy)
