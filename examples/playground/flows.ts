import { alert, notification, otp } from 'sms-delivery-state'

export const FLOWS = { otp, alert, notification } as const

type Flow = keyof typeof FLOWS

export const isFlow = (name: unknown): name is Flow =>
  typeof name === 'string' && Object.hasOwn(FLOWS, name)
