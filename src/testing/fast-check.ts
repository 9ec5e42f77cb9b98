/**
 * What of fast-check is used here, by its structure: the package is handed in, and its types are
 * not imported, so that everybody else can do without both. fast-check's own `Arbitrary<Value>` has
 * this shape.
 */
export interface ArbitraryLike<Value> {
  map<Other>(to: (value: Value) => Other): ArbitraryLike<Other>
  chain<Other>(to: (value: Value) => ArbitraryLike<Other>): ArbitraryLike<Other>
}

export interface FastCheckLike {
  constant<Value>(value: Value): ArbitraryLike<Value>
  constantFrom<Value>(...values: Value[]): ArbitraryLike<Value>
  integer(range: { min: number; max: number }): ArbitraryLike<number>
  boolean(): ArbitraryLike<boolean>
  tuple<One, Two>(one: ArbitraryLike<One>, two: ArbitraryLike<Two>): ArbitraryLike<[One, Two]>
  array<Value>(
    of: ArbitraryLike<Value>,
    size: { minLength?: number; maxLength: number },
  ): ArbitraryLike<Value[]>
  option<Value>(
    of: ArbitraryLike<Value>,
    options: { nil: undefined },
  ): ArbitraryLike<Value | undefined>
  record<Value>(fields: { [Name in keyof Value]: ArbitraryLike<Value[Name]> }): ArbitraryLike<Value>
  shuffledSubarray<Value>(
    items: Value[],
    size: { minLength: number; maxLength: number },
  ): ArbitraryLike<Value[]>
}

/**
 * An arbitrary of fast-check, as `fc.property` and its other functions take it. `generate` and
 * `shrink` are for fast-check alone: their results are `never`, which fits whatever they are in
 * your version of it.
 */
export interface Arbitrary<Value> {
  generate(random: never, bias: number | undefined): never
  shrink(value: Value, context: unknown): never
  canShrinkWithoutContext(value: unknown): value is Value
  filter<Narrower extends Value>(isIn: (value: Value) => value is Narrower): Arbitrary<Narrower>
  filter(isIn: (value: Value) => boolean): Arbitrary<Value>
  map<Other>(to: (value: Value) => Other): Arbitrary<Other>
  chain<Made>(to: (value: Value) => Made): Made
}
