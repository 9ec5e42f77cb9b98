import { STATUSES, type Status } from '../event/status.ts'
import { checkPolicy } from '../policy/check-policy.ts'
import type { Policy } from '../policy/policy.ts'
import { durationText } from './duration.ts'
import { printable } from './layout.ts'

/**
 * A policy's machine as a Mermaid `stateDiagram-v2`: a rail from weak to strong, once for the open window and once for the closed one.
 * A message may skip stations and never goes back; what has no way out is settled. Of the open statuses only `sent` outlives the
 * deadline, on a route where nobody reports after it.
 *
 * @throws TypeError for a wrong policy
 * @example
 * ```ts
 * console.log(toMermaid(otp).split('\n')[1]) // → title: "otp"
 * ```
 */
export function toMermaid(policy: Policy): string {
  checkPolicy(policy, 'toMermaid: ')
  const closed = STATUSES.slice(STATUSES.indexOf('sent'))
  return [
    '---',
    `title: ${JSON.stringify(printable(policy.name, 60))}`,
    '---',
    'stateDiagram-v2',
    '  state "window open: the strongest claim wins" as open {',
    '    direction LR',
    '    [*] --> open_pending',
    ...rail('open', STATUSES, ['delivered']),
    '  }',
    `  open --> closed : deadline, ${durationText(policy.window)} after the start. Silence becomes ${policy.silence}`,
    '  state "window closed: what is settled stays" as closed {',
    '    direction LR',
    ...rail('closed', closed, policy.terminal),
    '  }',
  ].join('\n')
}

/** Each status is reached from the strongest weaker one that has a way out; so it can be reached from any of them. */
function rail(room: 'open' | 'closed', statuses: readonly Status[], settled: readonly Status[]): string[] {
  const [first, ...others] = statuses
  let from = first
  const arrows = others.map((status, i) => {
    const arrow = `    ${room}_${from} --> ${room}_${status}${i === 0 ? ' : anything stronger' : ''}`
    if (!settled.includes(status)) from = status
    return arrow
  })
  const stations = statuses.map((status) => `    ${room}_${status} : ${status}${settled.includes(status) ? ', settled' : ''}`)
  return [...stations, ...arrows]
}
