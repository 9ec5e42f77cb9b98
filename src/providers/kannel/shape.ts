import { formOf } from '../../reader/decode.ts'
import { ownProperty } from '../../reader/reading.ts'
import type { Conditions, ShapeSpec, TextField, ToFields } from '../../reader/spec.ts'
import { TIME_FORMATS, type ReadTime } from '../../reader/times.ts'

/**
 * Under which names your `dlr-url` sends Kannel's values. Of several names the first one that is
 * there counts.
 */
export interface KannelNames {
  /** `%d`, what happened. */
  readonly status: TextField
  /** `%F`, the SMSC's id, or `%I`, Kannel's own. It may be empty until the SMSC has given one. */
  readonly id?: TextField | undefined
  /** `%T`, seconds since the epoch, or `%t`, a text in GMT. */
  readonly time?: TextField | undefined
  /** `%B`, the SMSC's error code. */
  readonly code?: TextField | undefined
  /** `%A`, what the SMSC answered. It says why a message was refused. */
  readonly answer?: string | undefined
  /** Your own reference, which you wrote into the URL. */
  readonly reference?: TextField | undefined
}

/** What tells that a receipt is Kannel's, with an id and without one. */
interface Marks {
  readonly named?: Conditions | undefined
  readonly nameless?: Conditions | undefined
}

/** A receipt with such names; without an id as well, for the SMSC may not have given one yet. */
export function shapesFor(
  { status, id, time, code, answer, reference }: KannelNames,
  marks: Marks = {},
): readonly ShapeSpec[] {
  const fields = {
    status,
    reference,
    ...(time !== undefined && { time: { path: time, format: readTime } }),
  }
  const shapes = (own: Partial<ShapeSpec>): ShapeSpec[] => [
    ...(id === undefined ? [] : [{ ...fields, ...own, id, when: marks.named }]),
    { ...fields, ...own, when: marks.nameless },
  ]
  const plain = shapes({ code })
  if (answer === undefined) return plain
  return [...shapes({ toFields: refusalIn(answer), code: [code ?? [], answer].flat() }), ...plain]
}

const readTime: ReadTime = (text, zone) =>
  TIME_FORMATS[/^\d+$/.test(text) ? 'epoch-seconds' : 'iso8601'](text, zone)

/**
 * Lays out what the SMSC refused: its answer becomes a code, without the text behind that. Any
 * other answer is none.
 */
const refusalIn =
  (answer: string): ToFields =>
  (receipt) => {
    const fields =
      typeof receipt === 'string' && receipt.includes('NACK') ? formOf(receipt) : receipt
    if (typeof fields !== 'object' || fields === null) return undefined
    const said = ownProperty(fields, answer)
    const code = typeof said === 'string' ? /^NACK\/[^/]+/.exec(said)?.[0] : undefined
    return code && { ...fields, [answer]: code }
  }

const STATUS = /^(?:[1248]|16|32|34|66)$/

/** The names of the user guide's examples, and others that are in use. */
export const shapes: readonly ShapeSpec[] = /* @__PURE__ */ shapesFor(
  {
    status: ['type', 'status', 'dlr-type'],
    id: 'fid',
    time: 't',
    code: 'err',
    answer: 'answer',
    reference: ['id', 'uuid'],
  },
  { named: { type: STATUS }, nameless: { type: STATUS, t: /^\d{9,10}$/ } },
)
