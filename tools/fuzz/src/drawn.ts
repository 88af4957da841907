import fc from "fast-check";

/** Draws a value of an arbitrary. */
export type Draw = <T>(arbitrary: fc.Arbitrary<T>) => T;

/**
 * What a function makes of values that it draws one after the other. `fc.gen()` does the same, but compares each draw with
 * all before it, to shrink: for a page with its blocks that takes minutes. What is found here is not shrunk.
 */
export function drawn<T>(make: (draw: Draw) => T): fc.Arbitrary<T> {
  return new Drawn(make);
}

class Drawn<T> extends fc.Arbitrary<T> {
  readonly #make: (draw: Draw) => T;

  constructor(make: (draw: Draw) => T) {
    super();
    this.#make = make;
  }

  override generate(random: fc.Random): fc.Value<T> {
    const draw: Draw = (arbitrary) => arbitrary.generate(random, undefined).value;
    return new fc.Value(this.#make(draw), undefined);
  }

  override canShrinkWithoutContext(_value: unknown): _value is T {
    return false;
  }

  override shrink(): fc.Stream<fc.Value<T>> {
    return fc.Stream.nil();
  }
}
