// Goes before the schemas: they are made as their module is loaded, and must know by then.
import { problemsOf } from './jitless.ts'
import { definePolicy, type Policy } from 'sms-delivery-state'
import { policyFile } from 'sms-delivery-state/schema'
import { FLOWS, isFlow } from './flows.ts'
import { isObject } from './json.ts'

/** A policy, or what is wrong with the text. */
type PolicyChoice =
  | { readonly policy: Policy; readonly problems?: undefined }
  | { readonly policy?: undefined; readonly problems: readonly string[] }

/** The name of one of our flows, or a policy as JSON. */
export function policyOf(text: string): PolicyChoice {
  if (isFlow(text)) return { policy: FLOWS[text] }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { problems: [`This is no JSON. ${messageOf(error)}`] }
  }
  try {
    const { data, error } = policyFile.safeParse(value)
    if (data !== undefined) return { policy: data }
    return { problems: [...problemsOf(error), ...remedyOf(value)] }
  } catch (error) {
    return { problems: [messageOf(error)] }
  }
}

/** What `definePolicy` says of the same changes: it says what to write instead. */
function remedyOf(value: unknown): string[] {
  if (!isObject(value)) return []
  const { extends: base, name, ...changes } = value
  if (!isFlow(base)) return []
  try {
    definePolicy(name as string, FLOWS[base], changes)
    return []
  } catch (error) {
    return [messageOf(error)]
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)
