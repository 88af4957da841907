// Asks an agent something.
import { notion } from "./connect.ts";

const agent_id = process.env.NOTION_AGENT ?? "7f3c9d15-2b64-4e8a-a0d7-5c1e9b4f6a28";
const session = await notion.sessions.update({ agent_id, message: "Which beans are left?" });
console.log(session.object, typeof session.status);
// With a server that streams: for await (const event of streamSession(notion, { agent_id, message })) …
