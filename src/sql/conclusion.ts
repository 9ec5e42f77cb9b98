import type { DeliveryState } from '../delivery/delivery-state.ts'
import { reduce } from '../delivery/reduce.ts'
import { checkName, checkObject } from '../event/check.ts'
import { checkPolicy } from '../policy/check-policy.ts'
import type { Policy } from '../policy/policy.ts'
import { loadMessage } from './load.ts'
import type { Row } from './statement.ts'

/** The policy of each flow, by the flow's name. */
export type Policies = Readonly<Record<string, Policy>>

export interface ConcludedMessage {
  readonly messageId: string
  readonly flow: string
  readonly state: DeliveryState
  /** `state.key` differs from what was concluded last. */
  readonly changed: boolean
}

/** A message that could not be concluded. It is put off, and stops no other. */
export interface ConcludeIssue {
  readonly code: 'no-flow' | 'no-policy' | 'unreadable'
  /** A sentence for people. */
  readonly message: string
  readonly messageId: string
}

/** Each by the name of its flow, which is a text that can be stored. */
export function checkPolicies(policies: Policies, where: string): void {
  checkObject(
    policies,
    where,
    'policies',
    'Pass the policy of each flow, by its name: { otp, alert }.',
  )
  for (const [flow, policy] of Object.entries(policies)) {
    checkName(flow, where, 'policies: each flow')
    checkPolicy(policy, where, `policies.${flow}`)
  }
}

/** Concludes one message from its rows. What is wrong with them is an issue. */
export function conclusionOf(
  messageId: string,
  lastKey: unknown,
  rows: readonly Row[],
  policies: Policies,
  now: number,
): ConcludedMessage | ConcludeIssue {
  const { flow, events } = loadMessage(rows)
  if (events.length === 0)
    return { code: 'unreadable', messageId, message: 'It has no events: its rows were removed.' }
  if (flow === undefined)
    return { code: 'no-flow', messageId, message: 'No event of it was recorded with a flow.' }
  const policy = Object.hasOwn(policies, flow) ? policies[flow] : undefined
  if (!policy)
    return {
      code: 'no-policy',
      messageId,
      message: `Its flow ${JSON.stringify(flow)} has no policy.`,
    }
  try {
    const state = reduce(events, policy, now)
    return { messageId, flow, state, changed: state.key !== lastKey }
  } catch (error) {
    // Policy and now were checked, so its rows are not as they were recorded.
    return {
      code: 'unreadable',
      messageId,
      message: error instanceof Error ? error.message : String(error),
    }
  }
}
