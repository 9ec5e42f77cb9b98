import { naiveApplyVerdict, naiveState, naiveTimeline } from '../naive/index.ts'
import { runCases } from './run.ts'

runCases('the naive reading', {
  state: naiveState,
  timeline: naiveTimeline,
  verdict: naiveApplyVerdict,
})
