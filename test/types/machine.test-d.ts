import { otp, reduce, type DeliveryEvent, type Status } from 'sms-delivery-state'
import {
  createDeliveryMachine,
  machineSnapshot,
  statusOf,
  type DeliveryContext,
  type DeliveryMachine,
  type DeliveryMachineEvent,
  type DeliverySnapshot,
  type Shown,
} from 'sms-delivery-state/machine'
import { expectTypeOf } from 'vitest'
import { assign, createActor, initialTransition, transition, type EventFrom } from 'xstate'

const machine = createDeliveryMachine(otp)
expectTypeOf(machine).toEqualTypeOf<DeliveryMachine>()
expectTypeOf<EventFrom<typeof machine>>().toEqualTypeOf<DeliveryMachineEvent>()
expectTypeOf<DeliveryMachineEvent['type']>().toEqualTypeOf<Status | 'deadline'>()
expectTypeOf(statusOf).returns.toEqualTypeOf<Status>()

const [snapshot] = initialTransition(machine)
expectTypeOf(snapshot).toEqualTypeOf<DeliverySnapshot>()
expectTypeOf(snapshot.context).toEqualTypeOf<DeliveryContext>()
snapshot.matches({ closed: 'expired' })
snapshot.matches({ closed: { late: 'failed' } })
snapshot.matches({ closed: 'late' })
// @ts-expect-error delivered is settled wherever it comes
snapshot.matches({ closed: { late: 'delivered' } })
// @ts-expect-error a status is one of the nine
snapshot.matches({ open: 'read' })
// @ts-expect-error a context is read, not changed
snapshot.context.deliveredAt = 0
snapshot.hasTag('settled')
// @ts-expect-error there is one tag
snapshot.hasTag('final')

// An event of ours is one spread away.
export const fed = (event: DeliveryEvent) =>
  transition(machine, snapshot, { ...event, type: event.status, at: event.receivedAt })
// @ts-expect-error a word that nobody knows
transition(machine, snapshot, { type: 'teleported', at: 0 })
// @ts-expect-error the deadline has an instant
transition(machine, snapshot, { type: 'deadline' })

machine.provide({
  actions: {
    show: ({ context, event }, shown) => {
      expectTypeOf(shown).toEqualTypeOf<Shown>()
      expectTypeOf(context).toEqualTypeOf<DeliveryContext>()
      expectTypeOf(event).toEqualTypeOf<DeliveryMachineEvent>()
    },
  },
})
machine.provide({ actions: { show: assign({ strongest: 'sent' }) } })
// @ts-expect-error there is no such action
machine.provide({ actions: { offerResend: () => {} } })

createActor(machine, { snapshot: machineSnapshot(reduce([], otp, 0)) })
machine.resolveState(machineSnapshot(reduce([], otp, 0)))
// @ts-expect-error a state, not its status
machineSnapshot('sent')
