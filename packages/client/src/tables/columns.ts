import type { Schema } from "@notional/openapi-types";
import type { PlainValues, PropertyType } from "../helpers/read-property.ts";
import type { PropertyInputs, WritableType } from "../helpers/write-property.ts";

/** What `notional types` writes of a property. */
export interface Column {
  /** Stays when the property gets another name. */
  readonly id: string;
  readonly type: PropertyType;
  /** The names of the options of a select, a multi-select or a status. */
  readonly options?: readonly string[];
  /** The names of the groups of a status, which filters take too. */
  readonly groups?: readonly string[];
}

/** The properties of a data source by name. */
export interface Columns {
  readonly [name: string]: Column;
}

type OptionOf<C extends Column> = C extends { options: readonly (infer Option)[] } ? Option : string;
type GroupOf<C extends Column> = C extends { groups: readonly (infer Group)[] } ? Group : never;

type ValueOf<C extends Column> = C["type"] extends "select" | "status"
  ? OptionOf<C> | null
  : C["type"] extends "multi_select"
    ? OptionOf<C>[]
    : PlainValues[C["type"]];

/** The values of a row by the names of its columns. */
export type ValuesOf<Cs extends Columns> = { -readonly [Name in keyof Cs]: ValueOf<Cs[Name]> };

type InputFor<C extends Column> = C["type"] extends "select" | "status"
  ? OptionOf<C> | null
  : C["type"] extends "multi_select"
    ? readonly OptionOf<C>[]
    : C["type"] extends WritableType
      ? PropertyInputs[C["type"]]
      : never;

/** What can be written of a row. What is computed is not among it. */
export type InputsOf<Cs extends Columns> = {
  [Name in keyof Cs as Cs[Name]["type"] extends WritableType ? Name : never]?: InputFor<Cs[Name]>;
};

type PropertyFilter = Schema<"PropertyFilter">;

/** The operators for a type, as the document has them; nothing for types that cannot be filtered by. */
type ConditionOf<Type extends PropertyType> =
  Extract<PropertyFilter, { [T in Type]: unknown }> extends infer Filter
    ? Filter extends { [T in Type]: infer Condition }
      ? Condition
      : never
    : never;

/** The same operators with the names of options instead of any text. */
type WithOptions<Condition, Option> = Condition extends unknown
  ? {
      [Operator in keyof Condition]: string extends Extract<Condition[Operator], string>
        ? Option | Option[]
        : Condition[Operator];
    }
  : never;

type ColumnConditionOf<C extends Column> = C["type"] extends "select" | "multi_select" | "status"
  ? WithOptions<ConditionOf<C["type"]>, OptionOf<C> | GroupOf<C>>
  : ConditionOf<C["type"]>;

/** A condition on one column, with the operators of its type. */
export type ColumnFilter<Cs extends Columns> = {
  [Name in keyof Cs & string]: [ConditionOf<Cs[Name]["type"]>] extends [never]
    ? never
    : { property: Name } & { [Type in Cs[Name]["type"]]: ColumnConditionOf<Cs[Name]> };
}[keyof Cs & string];

type Single<Cs extends Columns> = ColumnFilter<Cs> | Schema<"TimestampFilter">;
type Nested<Cs extends Columns> = Single<Cs> | { and: Single<Cs>[] } | { or: Single<Cs>[] };

/** The filter of a query. It nests two levels deep, as the API has it. */
export type FilterOf<Cs extends Columns> = Single<Cs> | { and: Nested<Cs>[] } | { or: Nested<Cs>[] };

/** What the rows of a query are put in order by. */
export type SortOf<Cs extends Columns> =
  | { property: keyof Cs & string; direction: Schema<"SortDirection"> }
  | Schema<"TimestampSort">;
