import { readTime, TIME_FORMATS } from '../providers/times.ts'

/** An ISO 8601 time, or whole ms since the epoch, to ms since the epoch. The zone is for a time that names none. */
export function instantOf(text: string, zone: string): number | undefined {
  const [ms, iso] = [TIME_FORMATS['epoch-milliseconds'], TIME_FORMATS.iso8601].map((read) => readTime(text, read, zone))
  return [ms, iso].find((instant) => !Number.isNaN(instant))
}
