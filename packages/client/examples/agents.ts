// Lists the agents of the workspace.
import { notion } from "./connect.ts";

for (const { object, name } of await notion.agents.query({}).collect(10)) console.log(object, typeof name);
