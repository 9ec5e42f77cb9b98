import { STATUSES, type Status } from '../event/status.ts'
import { checkPolicy } from '../policy/check-policy.ts'
import type { Policy } from '../policy/policy.ts'
import { durationText } from './duration.ts'
import { printable } from './layout.ts'

type Room = 'open' | 'closed' | 'late'

/**
 * A policy's machine as a Mermaid `stateDiagram-v2`. The open window is a rail from weak to strong.
 * The closed one has the statuses that it can close with, and a rail of those that come late, if
 * nothing was settled. A message may skip stations, and never goes back; what has no way out is
 * settled. Of the open statuses only `sent` outlives the deadline, on a route where nobody reports
 * after it.
 *
 * @throws TypeError for a wrong policy
 * @example
 * ```ts
 * console.log(toMermaid(otp).split('\n')[1]) // → title: "otp"
 * ```
 */
export function toMermaid(policy: Policy): string {
  checkPolicy(policy, 'toMermaid: ')
  const { name, terminal, silence, window } = policy
  return [
    '---',
    `title: ${JSON.stringify(printable(name, 60))}`,
    '---',
    'stateDiagram-v2',
    '  state "window open: the strongest claim wins" as open {',
    '    direction LR',
    '    [*] --> open_pending',
    ...rail('open', STATUSES, ['delivered']),
    '  }',
    `  open --> closed : deadline, ${durationText(window)} after the start. Silence becomes ${silence}`,
    '  state "window closed: what is settled stays" as closed {',
    '    direction LR',
    ...rail('closed', ['sent', ...STATUSES.slice(STATUSES.indexOf(silence))], terminal),
    ...rail('late', ['unknown', 'expired', 'failed', 'undelivered'], []),
    '  }',
  ].join('\n')
}

/** Each status that is not settled leads to the next stronger one, and so to all of them. */
function rail(room: Room, statuses: readonly Status[], settled: readonly Status[]): string[] {
  const stations = statuses.map((status) => {
    const remark = settled.includes(status) ? ', settled' : room === 'late' ? ', late' : ''
    return `    ${room}_${status} : ${status}${remark}`
  })
  const arrows = statuses
    .filter((status) => !settled.includes(status))
    .map(
      (status, i) =>
        `    ${room}_${status} --> ${following(room, status)}${i === 0 ? ' : anything stronger' : ''}`,
    )
  return [...stations, ...arrows]
}

function following(room: Room, status: Status): string {
  const next = STATUSES[STATUSES.indexOf(status) + 1]
  if (room === 'open') return `open_${next}`
  // Delivered is settled, however late.
  return next === 'delivered' ? 'closed_delivered' : `late_${next}`
}
