export type {
  Column,
  ColumnFilter,
  Columns,
  FilterOf,
  InputsOf,
  SortOf,
  ValuesOf,
} from "./tables/columns.ts";
export type { InputOf, Row, RowList, RowOf, Table, TableQuery } from "./tables/define-table.ts";
export { defineTable } from "./tables/define-table.ts";
export { dataSourcesIn, readDataSources } from "./tables/read-data-sources.ts";
export type { DataSource } from "./tables/tables-module.ts";
export { tablesModule } from "./tables/tables-module.ts";
