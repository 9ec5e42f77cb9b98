import { alert, notification, otp, reduce, STATUSES } from 'sms-delivery-state'
import { describe, expect, test } from 'vitest'

describe.each([otp, alert, notification])('inside the window of $name', (policy) => {
  const pairs = STATUSES.flatMap((weaker, i) =>
    STATUSES.slice(i).map((stronger) => ({ weaker, stronger })),
  )

  test.each(pairs)(
    '$weaker and $stronger, whichever came first: $stronger',
    ({ weaker, stronger }) => {
      const weakFirst = reduce(
        [
          { status: weaker, receivedAt: 0 },
          { status: stronger, receivedAt: 1 },
        ],
        policy,
        1,
      )
      const strongFirst = reduce(
        [
          { status: stronger, receivedAt: 0 },
          { status: weaker, receivedAt: 1 },
        ],
        policy,
        1,
      )
      expect([weakFirst.status, strongFirst.status]).toEqual([stronger, stronger])
      expect([weakFirst.strongest, strongFirst.strongest]).toEqual([stronger, stronger])
    },
  )
})
