/** As much of the package smpp as the test needs: it brings no types of its own. */
declare module 'smpp' {
  import type { Server as NetServer } from 'node:net'

  export interface Pdu {
    readonly command: string
    readonly sequence_number: number
    response(fields?: object): Pdu
  }

  export interface Session {
    on(event: 'connect' | 'close', listener: () => void): this
    on(event: 'error', listener: (error: Error) => void): this
    on(event: 'deliver_sm' | 'data_sm' | 'bind_transceiver', listener: (pdu: Pdu) => void): this
    send(pdu: Pdu): boolean
    bind_transceiver(fields: object, answered: (pdu: Pdu) => void): boolean
    deliver_sm(fields: object, answered: (pdu: Pdu) => void): boolean
    data_sm(fields: object, answered: (pdu: Pdu) => void): boolean
    destroy(closed?: () => void): void
  }

  const smpp: {
    connect(options: { readonly host: string; readonly port: number }): Session
    createServer(listener: (session: Session) => void): NetServer
  }
  export default smpp
}
