import { Desk } from './desk.ts'
import type { Question } from './protocol.ts'

const desk = new Desk()

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const answer = desk.answer(data)
  const { reading } = answer
  postMessage(answer, {
    transfer: reading === undefined ? [] : [reading.lines.buffer, reading.marks.buffer],
  })
})
