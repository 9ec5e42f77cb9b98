/**
 * model.md, sections 3 to 8, read by the letter over the plain list of events. Slow, stateless, and the judge of the real one.
 */
export { naiveByMessage, naiveIsMisuse } from './by-message.ts'
export { naiveState } from './state.ts'
export { naiveTimeline } from './timeline.ts'
export { naiveApplyVerdict } from './verdict.ts'
