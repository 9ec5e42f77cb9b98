import * as core from 'sms-delivery-state'
import * as explain from 'sms-delivery-state/explain'
import * as machine from 'sms-delivery-state/machine'
import * as metrics from 'sms-delivery-state/metrics'
import * as providers from 'sms-delivery-state/providers'
import * as schema from 'sms-delivery-state/schema'
import * as sql from 'sms-delivery-state/sql'
import * as testing from 'sms-delivery-state/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { table } from '../repo/table.ts'
import { answersOf, NEEDS } from './answers.ts'
import { install, remove, type Consumer } from './consumer.ts'
import { differenceOf } from './difference.ts'
import { questions } from './questions.ts'
import { HOSTS, RUNTIMES, type Row } from './rows.ts'
import { NotRun } from './tool.ts'

/*
 * The same questions in every runtime, from the packed tarball: what it says must be what is said
 * here, to the last byte. A runtime that cannot be had fails, with the reason.
 */
const asked = questions()
/** A misuse, or a time that cannot be read. */
const TOLD = /"thrown":"TypeError: sms-delivery-state: |"code":"invalid"/
const results: string[][] = []
let consumer: Consumer
let expected: string

beforeAll(async () => {
  consumer = await install(asked)
  const library = { core, explain, machine, metrics, providers, schema, sql, testing }
  expected = answersOf(library, JSON.parse(consumer.questions) as typeof asked)
})

afterAll(() => {
  remove(consumer)
  console.info(table(['runtime', 'version', 'form', 'worlds', 'the same'], results))
})

describe.each([
  { where: 'runtimes', rows: RUNTIMES },
  { where: 'hosts', rows: HOSTS },
])('$where', ({ rows }) => {
  it.each(rows)('$runtime, $form', async (row) => {
    const { runtime, form, run, error } = row
    const note = (version: string, outcome: string) =>
      results.push([runtime, version, form, version && `${asked.worlds.length}`, outcome])
    try {
      const { version, answers } = await run(consumer)
      const difference = differenceOf(comparable(answers, row), comparable(expected, row))
      note(version, difference === undefined ? 'yes' : 'NO')
      expect(difference).toBeUndefined()
      const wanted = new Set(expected.split('\n'))
      for (const line of answers.split('\n').filter((line) => isLacking(line, row)))
        if (!wanted.has(line)) expect(line).toMatch(TOLD)
    } catch (thrown) {
      const text = thrown instanceof Error ? thrown.message : String(thrown)
      const told = error?.exec(text)?.[0]
      if (told) return void note(process.versions.node, `no, one error: ${told}`)
      if (!results.some(([name, , how]) => name === runtime && how === form))
        note('', `${thrown instanceof NotRun ? 'NOT RUN' : 'NO'}: ${inLine(text)}`)
      throw thrown
    }
  })
})

/** For a cell of the table. */
const inLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 300)

/** Without the lines that need what a runtime lacks. */
const comparable = (answers: string, row: Row): string =>
  answers
    .split('\n')
    .filter((line) => !isLacking(line, row))
    .join('\n')

const isLacking = (line: string, { lacks }: Row): boolean =>
  lacks !== undefined && line.startsWith(NEEDS[lacks])
