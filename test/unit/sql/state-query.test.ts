import { notification, otp } from 'sms-delivery-state'
import { byMessageQuery, stateQuery } from 'sms-delivery-state/sql'
import { describe, expect, it } from 'vitest'

describe('stateQuery', () => {
  it('reads the table of events by default, under the prefix', () => {
    for (const dialect of ['postgres', 'sqlite'] as const) {
      expect(stateQuery(dialect, { otp })).toContain('FROM sds_event AS e LEFT JOIN sds_tie AS t')
      expect(stateQuery(dialect, { otp }, { prefix: 'my_' })).toContain(
        'FROM my_event AS e LEFT JOIN my_tie AS t',
      )
    }
    // These do not store events themselves: somebody has brought the message of each.
    for (const dialect of ['duckdb', 'clickhouse'] as const) {
      expect(stateQuery(dialect, { otp })).toContain('FROM sds_event AS given')
      expect(stateQuery(dialect, { otp }, { prefix: 'my_' })).toContain('FROM my_event AS given')
    }
  })

  it('has one parameter, and begins and ends as its database wants', () => {
    const now = { postgres: '$1', duckdb: '$1', sqlite: '?', clickhouse: '{now:Float64}' } as const
    const settings = ' SETTINGS join_use_nulls = 1, prefer_column_name_to_alias = 1'
    for (const dialect of ['postgres', 'duckdb', 'sqlite', 'clickhouse'] as const) {
      const query = stateQuery(dialect, { otp })
      expect(query.startsWith('WITH clock (now) AS')).toBe(true)
      expect(query.split(now[dialect])).toHaveLength(2)
      expect(
        query.endsWith(
          `FROM acted WHERE flow IN ('otp')${dialect === 'clickhouse' ? settings : ''}`,
        ),
      ).toBe(true)
      expect(byMessageQuery(dialect, { from: 'log' }).endsWith(settings)).toBe(
        dialect === 'clickhouse',
      )
    }
  })

  it('writes the name of a flow as a text of its database', () => {
    const policies = { "it's \\": otp, other: notification }
    expect(stateQuery('sqlite', policies)).toContain(String.raw`flow IN ('it''s \', 'other')`)
    expect(stateQuery('clickhouse', policies)).toContain(String.raw`flow IN ('it''s \\', 'other')`)
  })

  it('writes a failure’s code as JSON.stringify does, which ClickHouse has to be told', () => {
    expect(stateQuery('clickhouse', { otp })).toContain(
      String.raw`extract(toJSONString(c), '(?s)^"(.*)"$')), extractAll(COALESCE(failure_code, ''), '(?s).')`,
    )
  })
})
