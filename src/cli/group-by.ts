import type { DeliveryState } from '../index.ts'
import type { Message } from './messages.ts'

/** The key of a message's group; undefined for a message that has none. */
export type GroupBy = (message: Message, state: DeliveryState) => string | undefined

/**
 * What messages can be counted by. No state holds a recipient, and a number alone does not tell a
 * country for certain: so the country is what an item of the log says.
 */
export const GROUPS: Readonly<Record<string, GroupBy>> = {
  provider: (_, { provider }) => provider,
  flow: (_, { policy }) => policy,
  'country-code': ({ country }) => country,
}
