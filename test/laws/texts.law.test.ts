import fc from 'fast-check'
import { collect, type DeliveryEvent } from 'sms-delivery-state'
import { naiveIsUnstorable } from '../naive/index.ts'
import { law, Point } from './law.ts'
import { expectMisuse } from './misuse.ts'

const IDS = ['messageId', 'attemptId', 'provider', 'providerMessageId', 'eventId'] as const
const TEXTS = ['reference', 'ref'] as const

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', '\0', '\ud83d', '\udce8', '\u{1f4e8}') }),
  fc.string({ unit: 'binary', minLength: 500, maxLength: 520, size: 'max' }),
)

const unstorable = new Point()

law(
  'a text that no database takes is misuse in every field, and any other is not',
  fc.property(text, fc.constantFrom(...IDS, ...TEXTS, 'code'), (value, field) => {
    const given: DeliveryEvent =
      field === 'code'
        ? { status: 'failed', failure: { reason: 'unknown', code: value } }
        : { status: 'sent', messageId: 'm', [field]: value }
    const isEmptyId = value === '' && IDS.some((id) => id === field)
    if (naiveIsUnstorable(value)) unstorable.reach()
    expectMisuse(isEmptyId || naiveIsUnstorable(value), 'collect', () => collect([given]))
  }),
  2000,
  { point: unstorable, share: 0.2 },
)
