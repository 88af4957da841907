// Tells who the connection is, and who else is in the workspace.
import { notion } from "./connect.ts";

const me = await notion.users.me();
console.log(me.type, me.name);
for await (const user of notion.users.list()) console.log(user.type, user.name);
