// Counting
export { summarize, type SummarizeOptions } from './summarize.ts'
export { mergeSummaries, totalOf } from './merge-summaries.ts'
export type {
  CodeCount,
  Counts,
  Frequencies,
  GroupSummary,
  ProviderCounts,
  ProviderSummary,
  Summary,
} from './summary.ts'

// Reading
export { rateOf, ratesOf, type Rate, type Rates } from './rate.ts'
export {
  deliveryCurve,
  percentile,
  percentilesOf,
  type CurvePoint,
  type Percentiles,
} from './delivery-curve.ts'

// Showing
export { toPrometheus, type PrometheusOptions } from './to-prometheus.ts'
export { toFunnelSvg, toReasonsSvg } from './plots.ts'
export { toDeliveryCurveSvg } from './to-delivery-curve-svg.ts'
