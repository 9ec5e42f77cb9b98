/**
 * The model of src/README.md, read by the letter over the plain list of events. Slow, stateless,
 * and the judge of the real one.
 */
export { naiveByMessage } from './by-message.ts'
export { naiveIsMisuse, naiveIsMixture, naiveIsUnstorable } from './misuse.ts'
export { naiveState } from './state.ts'
export { naiveTimeline } from './timeline.ts'
export { naiveApplyVerdict } from './verdict.ts'
