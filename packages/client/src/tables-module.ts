export { dataSourcesIn, readDataSources } from "./tables/read-data-sources.ts";
export type { DataSource } from "./tables/tables-module.ts";
export { tablesModule } from "./tables/tables-module.ts";
