/** A program of others that makes something from an OpenAPI document. */
export interface Generator {
  /** What it makes, and with what: the name of a line of the report. */
  name: string;
  /** What to install where it cannot run here; `undefined` where it can. */
  missing(): Promise<string | undefined>;
  /**
   * Makes its files from a bundle.
   *
   * @throws {Error} with what it said, when it refuses the bundle
   */
  generate(bundle: string, folder: string): Promise<void>;
  /**
   * Type-checks or compiles what it made.
   *
   * @throws {Error} with what the compiler said
   */
  check(folder: string): Promise<void>;
}

/** What a user may be asked to carry, a generator and version. */
export const MAX_BYTES = 5_000_000;
