import { advice } from './advice.ts'
import { attempts } from './attempts.ts'
import { segments } from './segments.ts'
import { status } from './status.ts'
import { time } from './time.ts'
import { timeline } from './timeline.ts'

/** The model's examples, as one table. */
export const CASES = [...time, ...attempts, ...segments, ...status, ...advice, ...timeline]
