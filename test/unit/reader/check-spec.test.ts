import { FAILURE_REASONS, STATUSES } from 'sms-delivery-state'
import { describe, expect, it } from 'vitest'
import { canonical, defineProvider, type ProviderSpec } from '../../../src/providers/index.ts'

const spec = {
  name: 'acme',
  shapes: [{ id: 'id', status: 'status' }],
  statuses: { ok: 'delivered' },
} satisfies ProviderSpec
const [shape] = spec.shapes
const withShape = (more: object) => ({ ...spec, shapes: [{ ...shape, ...more }] })
const withTime = (more: object) => withShape({ time: { path: 'at', format: 'iso8601', ...more } })
const withWord = (row: unknown) => ({ ...spec, statuses: { ok: row } })
const withCode = (row: unknown) => ({ ...spec, codes: { 5: row } })
const acme = defineProvider(spec)
const words = STATUSES.join(', ')
const reasons = FAILURE_REASONS.join(', ')
const path = 'a path such as data.status or results[].status'

describe('misuse of defineProvider', () => {
  it.each([
    ['spec must be an object, got undefined. Pass a ProviderSpec.', undefined],
    ['spec must be an object, got null. Pass a ProviderSpec.', null],
    [
      'spec: each key must be one of name, shapes, statuses, codes, unlistedCodes, got "status". Is it spelled right?',
      { ...spec, status: {} },
    ],
    ['name must be a text that is not empty, got "". Name the provider.', { ...spec, name: '' }],
    [
      'name must be a text that is not empty, got undefined. Name the provider.',
      { ...spec, name: undefined },
    ],
    [
      'shapes must be a list of at least one shape, got an array. Say what they send.',
      { ...spec, shapes: [] },
    ],
    [
      'shapes must be a list of at least one shape, got an object. Say what they send.',
      { ...spec, shapes: shape },
    ],
    ['shapes[0] must be an object, got null. Say what they send.', { ...spec, shapes: [null] }],
    [
      'shapes[0]: each key must be one of id, status, recipient, code, eventId, reference, source, when, inbound, intermediate, toFields, time, segment, statuses, codes, unlistedCodes, within, permanent, got "error". Is it spelled right?',
      withShape({ error: 'x' }),
    ],
    [
      'shapes[0].source must be one of webhook, poll, response, smpp, service, user, manual, got "fax". Leave it out where it is not known.',
      withShape({ source: 'fax' }),
    ],
    [
      'shapes[0].id must be there, got undefined. A recipient is joined to it.',
      withShape({ id: undefined, recipient: 'to' }),
    ],
    [`shapes[0].id must be ${path}, got null. Join keys by dots.`, withShape({ id: null })],
    [`shapes[0].within must be ${path}, got "". Join keys by dots.`, withShape({ within: '' })],
    [
      `shapes[0].within must be ${path}, got "a[].b[]". Join keys by dots.`,
      withShape({ within: 'a[].b[]' }),
    ],
    [
      `shapes[0].id must be ${path}, got "a[].b". Join keys by dots.`,
      withShape({ id: 'a[].b', within: 'c[]' }),
    ],
    [
      `shapes[0].permanent must be ${path}, got true. Join keys by dots.`,
      withShape({ permanent: true }),
    ],
    [
      'shapes[0].each path must be within one list, that of id or status, got "errors[]". Make it a shape of its own.',
      withShape({ permanent: 'errors[].permanent' }),
    ],
    [
      'shapes[0].time.none must be a text, or a pattern without g and y, got an object. Say what stands there.',
      withTime({ none: /ND/g }),
    ],
    [
      'shapes[0].time.none must be a text, or a pattern without g and y, got an array. Say what stands there.',
      withTime({ none: ['ND'] }),
    ],
    [
      `shapes[0].unlistedCodes must be one of ${reasons}, got "ignore". Use unknown where no other fits.`,
      withShape({ unlistedCodes: 'ignore' }),
    ],
    [
      `unlistedCodes.reason must be one of ${reasons}, got undefined. Use unknown where no other fits.`,
      { ...spec, unlistedCodes: {} },
    ],
    [
      'statuses.ok.permanent must be a boolean, got 1. Leave it out where it is not known.',
      withWord({ status: 'failed', permanent: 1 }),
    ],
    [
      'codes.5.confirmedBy must be one of platform, carrier, handset, user, got "me". Leave it out where it is not known.',
      withCode({ confirmedBy: 'me' }),
    ],
    [
      'codes.5: each key must be one of confirmedBy, got "reason". Is it spelled right?',
      withCode({ confirmedBy: 'handset', reason: 'network' }),
    ],
    [`shapes[0].id must be ${path}, got 5. Join keys by dots.`, withShape({ id: 5 })],
    [
      `shapes[0].status must be ${path}, got an array. Join keys by dots.`,
      withShape({ status: [] }),
    ],
    [`shapes[0].status must be ${path}, got "". Join keys by dots.`, withShape({ status: '' })],
    [
      `shapes[0].status must be ${path}, got "a..b". Join keys by dots.`,
      withShape({ status: ['a..b'] }),
    ],
    [`shapes[0].code must be ${path}, got ".a". Join keys by dots.`, withShape({ code: '.a' })],
    [
      `shapes[0].code must be ${path}, got "a[]b". Join keys by dots.`,
      withShape({ code: ['a', 'a[]b'] }),
    ],
    [
      `shapes[0].eventId must be ${path}, got "[].id". Join keys by dots.`,
      withShape({ eventId: '[].id' }),
    ],
    [
      `shapes[0].reference must be ${path}, got null. Join keys by dots.`,
      withShape({ reference: null }),
    ],
    [
      `shapes[0].recipient must be ${path}, got "to.". Join keys by dots.`,
      withShape({ recipient: 'to.' }),
    ],
    [
      'shapes[0].segment must be an object, got "part". Pass the object itself.',
      withShape({ segment: 'part' }),
    ],
    [
      'shapes[0].segment: each key must be one of index, count, got "counts". Is it spelled right?',
      withShape({ segment: { index: 'part', counts: 'parts' } }),
    ],
    [
      `shapes[0].segment.index must be ${path}, got "". Join keys by dots.`,
      withShape({ segment: { index: '' } }),
    ],
    [
      'shapes[0].time must be an object, got "at". Say where it stands and how it is written.',
      withShape({ time: 'at' }),
    ],
    [
      'shapes[0].time: each key must be one of path, format, none, timeZone, got "zone". Is it spelled right?',
      withTime({ zone: 'UTC' }),
    ],
    [
      'shapes[0].time.format must be one of iso8601, rfc2822, yyMMddHHmm, smpp-date, epoch-seconds, epoch-milliseconds, got "HH:mm". Or pass a function that reads it.',
      withShape({ time: { path: 'at', format: 'HH:mm' } }),
    ],
    [
      'shapes[0].time.format must be one of iso8601, rfc2822, yyMMddHHmm, smpp-date, epoch-seconds, epoch-milliseconds, got "toString". Or pass a function that reads it.',
      withShape({ time: [{ path: 'at', format: 'toString' }] }),
    ],
    [
      `shapes[0].time.path must be ${path}, got undefined. Join keys by dots.`,
      withShape({ time: { format: 'iso8601' } }),
    ],
    [
      'shapes[0].time.timeZone must be an IANA name or an offset such as +02:00, got "Mars/Olympus". Leave it out where it is not known.',
      withTime({ timeZone: 'Mars/Olympus' }),
    ],
    [
      'shapes[0].when must be an object, got "x". Pass the object itself.',
      withShape({ when: 'x' }),
    ],
    [
      'shapes[0].when.kind must be a text, or a pattern without g and y, got 5. Say what stands there.',
      withShape({ when: { kind: 5 } }),
    ],
    [
      'shapes[0].when.kind must be a text, or a pattern without g and y, got true. Say what stands there.',
      withShape({ when: { kind: true } }),
    ],
    [
      `shapes[0].status must be ${path}, got "a[].b[].c". Join keys by dots.`,
      withShape({ status: 'a[].b[].c' }),
    ],
    [
      'shapes[0].intermediate.kind must be a text, or a pattern without g and y, got false. Say what stands there.',
      withShape({ intermediate: { kind: false } }),
    ],
    [
      'shapes[0].toFields must be a function, got "id status". Leave it out where it is not known.',
      withShape({ toFields: 'id status' }),
    ],
    [
      'shapes[0].inbound.kind must be a text, or a pattern without g and y, got an object. Say what stands there.',
      withShape({ inbound: { kind: /x/g } }),
    ],
    [
      `shapes[0].inbound must be ${path}, got "". Join keys by dots.`,
      withShape({ inbound: { '': 'in' } }),
    ],
    [
      'shapes[0].each path must be within one list, that of id or status, got "errors[]". Make it a shape of its own.',
      withShape({ code: 'errors[].code' }),
    ],
    [
      'shapes[0].each path must be within one list, that of id or status, got "a[] and b[]". Make it a shape of its own.',
      withShape({ id: 'a[].id', status: 'b[].status' }),
    ],
    [
      'shapes[0].each path must be within one list, that of id or status, got "ab[] and a[]". Make it a shape of its own.',
      withShape({ id: 'ab[].id', code: 'a[].code' }),
    ],
    [
      'statuses must be an object, got null. Say what their words mean.',
      { ...spec, statuses: null },
    ],
    [
      'shapes[0].statuses must be an object, got undefined. Say what their words mean, here or for all shapes.',
      { ...spec, statuses: undefined },
    ],
    [
      'shapes[1].statuses must be an object, got undefined. Say what their words mean, here or for all shapes.',
      { name: 'acme', shapes: [{ ...shape, statuses: {} }, shape] },
    ],
    [
      'shapes[0].statuses must be an object, got "ok". Say what their words mean.',
      withShape({ statuses: 'ok' }),
    ],
    [
      `shapes[0].statuses.ok must be one of ${words}, inbound, got "done". Leave out a word that has no meaning here.`,
      withShape({ statuses: { ok: 'done' } }),
    ],
    [
      'shapes[0].codes must be an object, got null. Leave it out where they have no codes.',
      withShape({ codes: null }),
    ],
    [
      `shapes[0].codes.5 must be one of ${reasons}, got "bad". Use unknown where no other fits.`,
      withShape({ codes: { 5: 'bad' } }),
    ],
    [
      `statuses.ok must be one of ${words}, inbound, got "done". Leave out a word that has no meaning here.`,
      withWord('done'),
    ],
    ['statuses.ok must be an object, got null. Give a status or a row.', withWord(null)],
    [
      `statuses.ok.status must be one of ${words}, got "inbound". Map the word to one of them.`,
      withWord({ status: 'inbound' }),
    ],
    [
      'statuses.ok.confirmedBy must be one of platform, carrier, handset, user, got "me". Leave it out where it is not known.',
      withWord({ status: 'sent', confirmedBy: 'me' }),
    ],
    [
      `statuses.ok.reason must be one of ${reasons}, got "bad". Leave it out where it is not known.`,
      withWord({ status: 'sent', reason: 'bad' }),
    ],
    [
      'statuses.ok.read must be true, with the status delivered, got true. Leave it out elsewhere.',
      withWord({ status: 'sent', read: true }),
    ],
    [
      'statuses.ok.read must be true, with the status delivered, got false. Leave it out elsewhere.',
      withWord({ status: 'delivered', read: false }),
    ],
    [
      'statuses.ok.ignoresCode must be a boolean, got "yes". Leave it out where it is not known.',
      withWord({ status: 'failed', ignoresCode: 'yes' }),
    ],
    [
      'statuses.ok: each key must be one of status, confirmedBy, reason, permanent, read, ignoresCode, got "final". Is it spelled right?',
      withWord({ status: 'sent', final: true }),
    ],
    [
      'codes must be an object, got null. Leave it out where they have no codes.',
      { ...spec, codes: null },
    ],
    [
      `codes.5 must be one of ${reasons}, got "bad". Use unknown where no other fits.`,
      withCode('bad'),
    ],
    [
      'codes.5 must be an object, got undefined. Give a reason, a row or null.',
      withCode(undefined),
    ],
    [
      `codes.5.reason must be one of ${reasons}, got undefined. Use unknown where no other fits.`,
      withCode({}),
    ],
    [
      `codes.5.status must be one of ${words}, got "gone". Leave it out where it is not known.`,
      withCode({ reason: 'network', status: 'gone' }),
    ],
    [
      'codes.5.permanent must be a boolean, got "yes". Leave it out where it is not known.',
      withCode({ reason: 'network', permanent: 'yes' }),
    ],
    [
      'codes.5.warning must be a boolean, got 1. Leave it out where it is not known.',
      withCode({ reason: 'network', warning: 1 }),
    ],
    [
      'codes.5: each key must be one of reason, status, permanent, warning, got "final". Is it spelled right?',
      withCode({ reason: 'network', final: true }),
    ],
    [
      `codes.5.reason must be one of ${reasons}, got undefined. Use unknown where no other fits.`,
      withCode([]),
    ],
    ['statuses.ok must be an object, got 7. Give a status or a row.', withWord(7)],
    [
      'spec: each key must be one of extends, name, statuses, codes, got "shapes". Is it spelled right?',
      { extends: acme, name: 'mine', shapes: [] },
    ],
    ['extends must be an object, got "smpp". Pass a provider.', { extends: 'smpp', name: 'mine' }],
    [
      'name must be a text that is not empty, got "". Name the provider.',
      { extends: acme, name: '' },
    ],
    [
      `codes.5 must be one of ${reasons}, got "bad". Use unknown where no other fits.`,
      { extends: acme, name: 'mine', codes: { 5: 'bad' } },
    ],
    [
      `shapes[0].status must be ${path}, got undefined. Join keys by dots.`,
      withShape({ status: undefined }),
    ],
    [
      `shapes[0].segment.index must be ${path}, got undefined. Join keys by dots.`,
      withShape({ segment: { count: 'of' } }),
    ],
    [
      `shapes[0].segment.count must be ${path}, got "". Join keys by dots.`,
      withShape({ segment: { index: 'part', count: '' } }),
    ],
    [
      `shapes[0].id must be ${path}, got 5. Join keys by dots.`,
      withShape({ within: 'data', id: 5 }),
    ],
    [
      'shapes[0].time.none must be a text, or a pattern without g and y, got an object. Say what stands there.',
      withTime({ none: /ND/y }),
    ],
    [
      'extends must be a provider that this copy of the package made of words and codes, got "canonical". Import it from the same copy, ESM or CommonJS; canonical has no words but ours.',
      { extends: canonical, name: 'mine' },
    ],
  ])('%s', (message, wrong) => {
    expect(() => defineProvider(wrong as never)).toThrow(
      new TypeError(`sms-delivery-state: defineProvider: ${message}`),
    )
  })
  it('is none of all that a spec can say', () => {
    expect(() =>
      defineProvider({
        name: 'acme',
        statuses: {
          sent: 'sent',
          in: 'inbound',
          seen: { status: 'delivered', confirmedBy: 'handset', read: true },
          bad: { status: 'failed', reason: 'network', permanent: false, ignoresCode: true },
        },
        codes: {
          0: null,
          1: 'network',
          2: { confirmedBy: 'platform' },
          3: { reason: 'account', status: 'expired', permanent: true, warning: true },
        },
        unlistedCodes: { reason: 'unknown', warning: true },
        shapes: [
          {
            source: 'poll',
            id: ['id', 'key'],
            recipient: 'to',
            status: 'status',
            code: 'errors.0.code',
            permanent: 'final',
            time: [
              { path: 'at', format: 'iso8601', none: /^0+$/, timeZone: 'Europe/London' },
              { path: ['done', 'sent'], format: () => 0, none: '0' },
            ],
            segment: { index: 'part' },
            eventId: 'event',
            reference: 'order',
            when: { kind: /^dlr$/i },
            inbound: { direction: 'in' },
            intermediate: { final: 'false' },
            toFields: (receipt) => receipt,
            statuses: {},
            codes: {},
            unlistedCodes: null,
          },
          {
            within: 'a.items[].b',
            id: 'id',
            status: 'status',
            segment: { index: 'n', count: 'of' },
          },
          { id: 'list[].id', status: ['list[].a.b', 'list[]'], code: ['list[].code', 'code'] },
          { status: 'word', when: { from: 'acme' }, time: { path: 'at', format: 'rfc2822' } },
        ],
      }),
    ).not.toThrow()
    expect(() => defineProvider({ extends: acme, name: 'mine' })).not.toThrow()
  })
})
