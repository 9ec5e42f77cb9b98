import { readFileSync } from 'node:fs'
import type { Policy } from '../index.ts'
import { jsonOf } from './json.ts'
import { Misuse, systemMessageOf } from './misuse.ts'
import { policyFile } from '../schema/index.ts'

/** @throws Misuse for a file that cannot be read, and for one that holds no policy */
export function policyIn(file: string): Policy {
  const { data, error } = policyFile.safeParse(parsedFrom(file))
  if (data !== undefined) return data
  const issues = error?.issues.map(({ path, message }) => [...path, message].join(': '))
  throw new Misuse(`--policy ${file}: ${issues?.join('; ')}`)
}

function parsedFrom(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new Misuse(`--policy ${file} cannot be read: ${systemMessageOf(error)}`)
  }
  const value = jsonOf(text.replace(/^\uFEFF/, ''))
  if (value === undefined) throw new Misuse(`--policy ${file} is not JSON`)
  return value
}
