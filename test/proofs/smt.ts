/**
 * A term of SMT-LIB, as text. The builders below fold what is already decided, so that a world
 * without several attempts, say, yields a text without any.
 */
export type Term = string

/** Instants are real numbers; what is only compared (a status, an id, a segment) is a word of bits. */
export type Sort = 'Bool' | 'Real' | 'Small' | 'Segment'

export const TRUE: Term = 'true'
export const FALSE: Term = 'false'

export const and = (...terms: readonly Term[]): Term => join('and', terms, TRUE, FALSE)
export const or = (...terms: readonly Term[]): Term => join('or', terms, FALSE, TRUE)

export function not(term: Term): Term {
  if (term === TRUE) return FALSE
  return term === FALSE ? TRUE : `(not ${term})`
}

export const implies = (a: Term, b: Term): Term => or(not(a), b)

export function ite(condition: Term, yes: Term, no: Term): Term {
  if (condition === TRUE || yes === no) return yes
  return condition === FALSE ? no : `(ite ${condition} ${yes} ${no})`
}

export function eq(a: Term, b: Term): Term {
  if (a === b) return TRUE
  return isNumeral(a) && isNumeral(b) && a.length === b.length ? FALSE : `(= ${a} ${b})`
}

export const le = (a: Term, b: Term): Term => compare('<=', a, b, (x, y) => x <= y)
export const lt = (a: Term, b: Term): Term => compare('<', a, b, (x, y) => x < y)
/** The same for words of bits. */
export const ule = (a: Term, b: Term): Term => compare('bvule', a, b, (x, y) => x <= y)
export const ult = (a: Term, b: Term): Term => compare('bvult', a, b, (x, y) => x < y)

export const plus = (...terms: readonly Term[]): Term => `(+ ${terms.join(' ')})`

/** A status or an id: four bits. */
export const small = (value: number): Term => `#x${value.toString(16)}`
/** A segment or a count of them: twelve bits. */
export const segmentNumber = (value: number): Term => `#x${value.toString(16).padStart(3, '0')}`
export const number = (value: number): Term => (value < 0 ? `(- ${-value})` : `${value}`)
export const bool = (value: boolean): Term => (value ? TRUE : FALSE)

/** The declarations and definitions of one question, in order. */
export class Problem {
  readonly #lines: string[] = []
  readonly #names = new Set<string>()

  /** A constant that may have any value: what is proved is proved for all of them. */
  declare(name: string, sort: Sort): Term {
    this.#lines.push(`(declare-const ${this.#own(name)} ${sort})`)
    return name
  }

  /** A name for a term, so that the text stays short and can be read. */
  define(name: string, sort: Sort, term: Term): Term {
    if (!term.startsWith('(') || term.startsWith('(- ')) return term
    this.#lines.push(`(define-fun ${this.#own(name)} () ${sort} ${term})`)
    return name
  }

  get text(): string {
    return [
      '(define-sort Small () (_ BitVec 4))',
      '(define-sort Segment () (_ BitVec 12))',
      ...this.#lines,
    ].join('\n')
  }

  #own(name: string): string {
    if (this.#names.has(name)) throw new Error(`${name} is defined twice`)
    this.#names.add(name)
    return name
  }
}

function join(operator: string, terms: readonly Term[], neutral: Term, decisive: Term): Term {
  if (terms.includes(decisive)) return decisive
  const open = [...new Set(terms)].filter((term) => term !== neutral)
  if (open.length < 2) return open[0] ?? neutral
  return `(${operator} ${open.join(' ')})`
}

function compare(
  operator: string,
  a: Term,
  b: Term,
  decide: (a: number, b: number) => boolean,
): Term {
  if (isNumeral(a) && isNumeral(b)) return bool(decide(valueOf(a), valueOf(b)))
  return `(${operator} ${a} ${b})`
}

const isNumeral = (term: Term): boolean => /^\d+$|^#x/.test(term)
const valueOf = (term: Term): number => Number(term.replace('#', '0'))
