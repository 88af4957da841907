export type { Column, ColumnFilter, Columns, FilterOf, InputsOf, SortOf, ValuesOf } from "./columns.ts";
export type { InputOf, Row, RowList, RowOf, Table, TableQuery } from "./define-table.ts";
export { defineTable } from "./define-table.ts";
