import { stateAt } from '../delivery/to-state.ts'
import { checkEvents } from '../event/checked-event.ts'
import { resolveMessage } from '../message/resolve-message.ts'
import type { DeliveryEvent, DeliveryState, Policy } from '../index.ts'
import type { Message } from './messages.ts'
import type { Options } from './options.ts'

/** The flow that its items name, or else that of the command. */
export const policyOf = ({ flow }: Message, { policy, policies }: Options): Policy =>
  flow === undefined ? policy : (policies[flow] ?? policy)

export const stateOfMessage = (message: Message, options: Options, now: number): DeliveryState =>
  stateAt(resolveMessage(checkEvents(message.events, '')), policyOf(message, options), now)

/** For a timeline. Several attempts must each name their message, and it is known now. */
export const eventsOf = (
  { id, events }: Message,
  { attempts }: DeliveryState,
): readonly DeliveryEvent[] =>
  attempts.length > 1 ? events.map((event) => ({ ...event, messageId: id })) : events
