import { definePolicy, otp, STATUSES, type Policy, type Status } from 'sms-delivery-state'
import { small, type Term } from './smt.ts'

/** A status is its place in the precedence, which is its index in `STATUSES`. */
export const rank = (status: Status): Term => small(STATUSES.indexOf(status))

export const PENDING = rank('pending')
export const SENT = rank('sent')
export const EXPIRED = rank('expired')
export const DELIVERED = rank('delivered')

/** The statuses that a lawful policy may call terminal: those that `definePolicy` takes. */
export const MAY_BE_TERMINAL: readonly Status[] = STATUSES.filter((status) => {
  try {
    definePolicy('any', otp, { terminal: [status, 'delivered'] })
    return true
  } catch {
    return false
  }
})

/** What silence may mean; the compiler keeps it complete. */
export const SILENCES = Object.keys({ expired: 0, unknown: 0 } satisfies Record<
  Policy['silence'],
  0
>) as Policy['silence'][]
