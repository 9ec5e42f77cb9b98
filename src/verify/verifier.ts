import { checkFields, type Field } from './check.ts'
import { headerOf, type Aging, type SignedRequest } from './request.ts'
import type { Refusal, Verification } from './verification.ts'

const FIVE_MINUTES = 300_000

/**
 * A public function: checks its own fields and those of every request, reads the headers that the
 * signature needs, and asks `refusalOf`, which is handed their values in that order.
 */
export function verifier<Request extends Partial<SignedRequest & Aging>>(
  where: string,
  fields: readonly (Field & keyof Request)[],
  headers: readonly string[],
  refusalOf: (request: Request, ...values: string[]) => Refusal | undefined,
): (request: Request) => Verification {
  return (request) => {
    checkFields(where, request, [...fields, headers[0] ? 'headers' : 'body', 'body', 'tolerance'])
    const values = headers.flatMap((name) => headerOf(request.headers ?? {}, name) ?? [])
    const reason =
      values.length < headers.length ? 'missing-signature' : refusalOf(request, ...values)
    return reason ? { ok: false, reason } : { ok: true }
  }
}

/**
 * Only a genuine signature is judged by its age, so that nobody else can ask.
 * @param time when it was made, in s since the epoch
 */
export function timedRefusal(
  isGenuine: boolean,
  time: string | number | undefined,
  { now, tolerance = FIVE_MINUTES }: Aging,
): Refusal | undefined {
  const age = now - Number(time) * 1000
  // NaN is no fresh time either.
  return !isGenuine
    ? 'wrong-signature'
    : Math.abs(age) <= tolerance
      ? undefined
      : age < 0
        ? 'too-new'
        : 'too-old'
}
