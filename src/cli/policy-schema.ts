import { alert, definePolicy, notification, otp, type Policy, type PolicyChanges } from '../index.ts'
import { complaintOf } from './misuse.ts'

const BASES: Readonly<Record<string, Policy>> = { otp, alert, notification }

interface Parsed {
  readonly data?: Policy
  readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] }
}

/** Stands in for the schema of policy files, and goes when that comes. */
export const policyFile = {
  safeParse(given: unknown): Parsed {
    const {
      extends: base = 'notification',
      name,
      ...changes
    } = Object(given) as PolicyChanges & { extends?: string; name: string }
    try {
      return { data: definePolicy(name, BASES[base]!, changes) }
    } catch (error) {
      return { error: { issues: [{ path: [], message: complaintOf(error) }] } }
    }
  },
}
