import fc from 'fast-check'
import {
  alert,
  CONFIRMATIONS,
  definePolicy,
  FAILURE_REASONS,
  notification,
  otp,
  SOURCES,
  STATUSES,
  type DeliveryEvent,
} from 'sms-delivery-state'

const day = Date.UTC(2026, 10, 21)
/** By our own clock, which is always in ms. */
export const instant = fc
  .constantFrom(0, 1, 29_999, 299_999, 300_000, 300_001, 86_400_000)
  .map((ms) => day + ms)
/** By the provider's, which may be anything. */
const foreign = fc.oneof(
  { weight: 4, arbitrary: instant },
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)
const segment = fc.constantFrom(
  { index: 1 },
  { index: 1, count: 1 },
  { index: 1, count: 2 },
  { index: 2, count: 2 },
  { index: 3, count: 3 },
)
/** Any lawful event of the message `m`. */
const eventWith = (
  text: fc.Arbitrary<string>,
  code: fc.Arbitrary<string>,
): fc.Arbitrary<DeliveryEvent> =>
  fc
    .record(
      {
        status: fc.constantFrom(...STATUSES),
        messageId: fc.constant('m'),
        receivedAt: instant,
        occurredAt: foreign,
        scheduledFor: foreign,
        attemptId: text,
        provider: text,
        providerMessageId: text,
        source: fc.constantFrom(...SOURCES),
        confirmedBy: fc.constantFrom(...CONFIRMATIONS),
        segment,
        failure: fc.record(
          { reason: fc.constantFrom(...FAILURE_REASONS), code, permanent: fc.boolean() },
          { requiredKeys: ['reason'] },
        ),
        receiptsExpected: fc.boolean(),
        read: fc.constant(true as const),
      },
      { requiredKeys: ['status', 'messageId'] },
    )
    .map(({ read, ...rest }): DeliveryEvent =>
      rest.status === 'delivered' && read ? { ...rest, read } : rest,
    )

const ids = fc.constantFrom('a', 'b', 'SM00000000000000000000000000000b01')

/** What any database takes. */
const storable = fc.string({ unit: 'binary' }).filter((text) => !/[\0\p{Surrogate}]/u.test(text))

/** With ids and codes that are any such text. */
export const event = eventWith(
  fc.oneof(
    ids,
    storable.filter((text) => text !== ''),
  ),
  storable,
)

/** With ids and codes that no language has for a word. */
export const plainEvent = eventWith(ids, fc.constantFrom('1', '30003'))

export const policy = fc.constantFrom(
  otp,
  alert,
  notification,
  definePolicy('a\n"long" one', otp, { window: 1e300, maxAttempts: 1 }),
)
export const timeZone = fc.constantFrom(
  'UTC',
  'America/New_York',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
)
