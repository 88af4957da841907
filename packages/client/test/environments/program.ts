import { createClient } from "../../src/index.ts";

// What must compile with the types of any environment, and without the strictest options of this repository.
const notion = createClient({ auth: "ntn_local_dev", fetch });
const { data, error, response } = await notion.GET("/v1/users", { signal: AbortSignal.timeout(1000) });
const status: number = response.status;
const names: (string | null | undefined)[] = error ? [error.message] : data.results.map((user) => user.name);
await notion.PATCH("/v1/pages/{page_id}", {
  params: { path: { page_id: names[status] ?? "" } },
  body: { icon: null },
});
