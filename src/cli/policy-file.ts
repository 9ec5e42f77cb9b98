import { readFileSync } from 'node:fs'
import { alert, definePolicy, notification, otp, type Policy, type PolicyChanges } from '../index.ts'
import { complaintOf, Misuse, systemComplaintOf } from './misuse.ts'

/** @throws Misuse for a file that cannot be read, and for one that holds no policy */
export function policyIn(file: string): Policy {
  const given = parsedFrom(file)
  try {
    return policyOf(given)
  } catch (error) {
    throw new Misuse(`--policy ${file}: ${complaintOf(error)}`)
  }
}

function parsedFrom(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new Misuse(`--policy ${file} cannot be read: ${systemComplaintOf(error)}`)
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new Misuse(`--policy ${file} is not JSON`)
  }
}

const BASES: Readonly<Record<string, Policy>> = { otp, alert, notification }

/** A small stand-in for the schema of policy files. */
function policyOf(given: unknown): Policy {
  const { extends: base = 'notification', name, ...changes } = Object(given) as PolicyChanges & { extends?: string; name: string }
  return definePolicy(name, BASES[base]!, changes)
}
