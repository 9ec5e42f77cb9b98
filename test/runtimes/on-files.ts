import { execFile } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Consumer, Program } from './consumer.ts'
import { tool } from './tool.ts'

/** A runtime and its answers. */
export interface Ran {
  readonly version: string
  readonly answers: string
}

export interface Setting {
  /** Before the program. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

const started = promisify(execFile)
const MINUTES = 600_000

/** Runs a program of the consumer's with a runtime that has files. */
export async function runProgram(
  command: string,
  { folder }: Consumer,
  program: Program,
  { args = [], env = {} }: Setting = {},
): Promise<Ran> {
  const output = join(folder, 'answers')
  rmSync(output, { force: true })
  const { stdout } = await started(command, [...args, program, output], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...env },
    timeout: MINUTES,
  })
  return { version: stdout.trim(), answers: readFileSync(output, 'utf8') }
}

export const nodeOf = (major: number): string => join(tool(`node@${major}`), 'bin/node')
export const bun = (): string => join(tool('bun@1'), '../.bin/bun')
export const deno = (): string => join(tool('deno@2'), '../.bin/deno')
export const DENO_ARGS = ['run', '--no-prompt', '--allow-read', '--allow-write', '--allow-env']
