import { createClient } from "@notional/client";

/** `npx pnpm start` serves the API here, with a sample workspace. */
export const baseUrl = process.env.NOTION_URL ?? "http://localhost:4000";

export const notion = createClient({ auth: process.env.NOTION_TOKEN ?? "ntn_local_dev", baseUrl });

/** A page that the connection may write to: one of the sample workspace. */
export const home = process.env.NOTION_PAGE ?? "2a7e3b51-8d4f-4c69-b2ea-3f507b9d1c23";
