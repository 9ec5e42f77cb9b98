import { checkObject } from '../event/check.ts'
import { throwMisuse } from '../event/throw-misuse.ts'
import { providers } from '../providers/index.ts'
import type { Provider } from '../receipts/provider.ts'
import type { Encoder } from '../reader/encoder.ts'
import { encoders } from './encoders.ts'

/** The encoder of one of our own providers; misuse where it is none of them. */
export function encoderOf(provider: Provider, where: string): Encoder {
  const names = Object.keys(providers)
  checkObject(provider, where, 'provider', `Pass one of ${names.join(', ')}.`)
  const [name = ''] = Object.entries(providers).find(([, each]) => each === provider) ?? []
  return (
    encoders[name] ??
    throwMisuse(
      where,
      'provider',
      `one of ${names.join(', ')}`,
      provider.name,
      'Import one from sms-delivery-state/providers.',
    )
  )
}
