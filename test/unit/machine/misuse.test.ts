import { otp, reduce, type DeliveryState, type Policy } from 'sms-delivery-state'
import {
  createDeliveryMachine,
  machineSnapshot,
  statusOf,
  type DeliveryMachineEvent,
} from 'sms-delivery-state/machine'
import { expect, test } from 'vitest'
import { createActor, initialTransition, transition } from 'xstate'

const machine = createDeliveryMachine(otp)
const [first] = initialTransition(machine)
const state = reduce([], otp, 0)

/** What the types forbid and JavaScript allows. */
const wrong = <Type>(value: unknown) => value as Type
const send = (event: object) => () => transition(machine, first, wrong<DeliveryMachineEvent>(event))

test.each([
  [
    'createDeliveryMachine: policy must be an object',
    () => createDeliveryMachine(wrong<Policy>(undefined)),
  ],
  ['createDeliveryMachine: event.at must be a finite number', send({ type: 'sent', at: NaN })],
  [
    'createDeliveryMachine: event.at must be a finite number',
    send({ type: 'sent', at: '2026-11-21' }),
  ],
  ['createDeliveryMachine: event.at must be a finite number', send({ type: 'deadline' })],
  [
    'createDeliveryMachine: event.occurredAt must be a finite number',
    send({ type: 'failed', at: 0, occurredAt: Infinity }),
  ],
  [
    'createDeliveryMachine: event.segment must be an object',
    send({ type: 'delivered', at: 0, segment: null }),
  ],
  [
    'createDeliveryMachine: event.segment.index must be a whole number from 1 to 2',
    send({ type: 'delivered', at: 0, segment: { index: 3, count: 2 } }),
  ],
  [
    'createDeliveryMachine: event.segment.count must be a whole number from 1 to 255',
    send({ type: 'delivered', at: 0, segment: { index: 1, count: 1e12 } }),
  ],
  [
    'createDeliveryMachine: event.failure.reason must be one of',
    send({ type: 'failed', at: 0, failure: { reason: 'bad luck' } }),
  ],
  ['machineSnapshot: state must be an object', () => machineSnapshot(wrong<DeliveryState>('{}'))],
  [
    'machineSnapshot: state.status must be one of',
    () => machineSnapshot(wrong<DeliveryState>({ ...state, status: 'teleported' })),
  ],
  [
    'machineSnapshot: state.closed must be one of',
    () => machineSnapshot(wrong<DeliveryState>({ ...state, closed: 1 })),
  ],
  [
    'machineSnapshot: state.attempts must be an array',
    () => machineSnapshot(wrong<DeliveryState>({ ...state, attempts: undefined })),
  ],
  [
    'machineSnapshot: state.attempts[0] must be an object',
    () => machineSnapshot(wrong<DeliveryState>({ ...state, attempts: ['sent'] })),
  ],
  [
    'machineSnapshot: state.deadline must be',
    () => machineSnapshot(wrong<DeliveryState>({ ...state, deadline: 'soon' })),
  ],
  [
    'machineSnapshot: state.windowStart must be',
    () => machineSnapshot(wrong<DeliveryState>({ ...state, windowStart: null })),
  ],
  ['statusOf: snapshot must be an object', () => statusOf(wrong<typeof first>(undefined))],
  [
    'statusOf: snapshot.value must be an object',
    () => statusOf(wrong<typeof first>({ value: 'open' })),
  ],
  [
    'statusOf: snapshot.value must be one of',
    () => statusOf(wrong<typeof first>({ value: { open: 'zip' } })),
  ],
  [
    'statusOf: snapshot.value must be one of',
    () => statusOf(wrong<typeof first>({ value: { closed: {} } })),
  ],
])('%s', (message, misuse) => {
  expect(misuse).toThrow(TypeError)
  expect(misuse).toThrow(`sms-delivery-state: ${message}`)
})

test('a type that nobody knows is ignored, as XState does', () => {
  expect(
    transition(
      machine,
      first,
      wrong<DeliveryMachineEvent>({ type: 'teleported', at: 0 }),
    )[0].toJSON(),
  ).toEqual(first.toJSON())
})

test('an actor takes it as any error of an action: it tells its observers, and stops', () => {
  const errors: unknown[] = []
  const actor = createActor(machine)
  actor.subscribe({ error: (error) => errors.push(error) })
  actor.start().send({ type: 'sent', at: NaN })
  expect(errors).toEqual([expect.any(TypeError)])
  expect(actor.getSnapshot().status).toBe('error')
})
