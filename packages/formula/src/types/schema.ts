import type { Type } from "./type.ts";

/** The properties of a data source, as far as formulas must know them. */
export interface Schema {
  /** Id of the data source. */
  id: string;
  /** A property by its name, or by its decoded id. */
  property(key: { name: string } | { id: string }): Property | undefined;
  /** The schema of a data source that a relation leads to; nothing where it is unknown. */
  related(dataSourceId: string): Schema | undefined;
}

export interface Property {
  /** Decoded: `U`;C`, not `U%60%3BC`. */
  id: string;
  name: string;
  /** What the value of the property is in a formula. Read only when a formula mentions the property. */
  readonly type: Type;
}
