import { execFileSync } from 'node:child_process'
import { transformSync } from 'esbuild'
import { root } from './project.ts'

/**
 * Runs TypeScript against the built package, and gives what it prints. The code is evaluated in the
 * project's folder, where Node finds the package by its own name. UTC and no colours, so that
 * everybody sees the same.
 */
export function printed(code: string, name: string): string {
  const js = transformSync(code, {
    loader: 'ts',
    format: 'esm',
    target: 'node20',
    sourcefile: name,
    supported: { 'top-level-await': true },
  }).code
  try {
    return execFileSync(process.execPath, ['--input-type=module', '--eval', js], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], TZ: 'UTC', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 600_000,
    })
  } catch (error) {
    throw new Error(
      `${name} does not run:\n${(error as { stderr?: string }).stderr ?? String(error)}`,
    )
  }
}
