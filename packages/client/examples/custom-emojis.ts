// Lists the emojis of the workspace.
import { notion } from "./connect.ts";

console.log((await notion.customEmojis.list().collect()).map(({ name }) => name));
