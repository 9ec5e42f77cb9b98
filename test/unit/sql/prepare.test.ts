import { describe, expect, it } from 'vitest'
import { postgres } from '../../../src/sql/postgres.ts'
import { prepare } from '../../../src/sql/prepare.ts'
import { sqlite } from '../../../src/sql/sqlite.ts'

const text = "SELECT :now, now::text, 'a:b' WHERE :limit > :now"

describe('prepare', () => {
  it('numbers the parameters of PostgreSQL, each name once', () =>
    expect(prepare(postgres, 'name', text)({ now: 1, limit: 2 })).toEqual({
      name: 'name',
      text: "SELECT $1, now::text, 'a:b' WHERE $2 > $1",
      values: [1, 2],
    }))

  it('counts those of SQLite, each as often as it is named', () =>
    expect(prepare(sqlite, 'name', text)({ now: 1, limit: 2 })).toEqual({
      name: 'name',
      text: "SELECT ?, now::text, 'a:b' WHERE ? > ?",
      values: [1, 2, 1],
    }))

  it('hands over what drivers take: null for what is left out, in SQLite 0 and 1', () => {
    const bytes = new Uint8Array([1])
    const values = { a: undefined, b: true, c: false, d: 'text', e: 0, f: bytes }
    const names = ':a :b :c :d :e :f'
    const given = [null, true, false, 'text', 0, bytes]
    expect(prepare(postgres, '', names)(values).values).toEqual(given)
    expect(prepare(sqlite, '', names)(values).values).toEqual([null, 1, 0, 'text', 0, bytes])
  })
})
