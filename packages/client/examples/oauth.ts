// Lets a public connection into a workspace: where the person is sent, and what is done when the person comes back.
import { createClient } from "@notional/client";
import {
  authorizeUrl,
  exchangeCode,
  introspectToken,
  readAuthorizationCode,
  refreshTokens,
  revokeToken,
} from "@notional/client/oauth";
import { baseUrl } from "./connect.ts";

const clientId = process.env.NOTION_CLIENT_ID ?? "bf6e1d48-5c20-4fa3-9d79-804c3b2ea1f6";
const clientSecret = process.env.NOTION_CLIENT_SECRET ?? "secret_local_dev";
const redirectUri = "https://lighthouse.example/notion/callback";

const { url, state } = authorizeUrl({ clientId, redirectUri, baseUrl });
console.log(new URL(url).pathname);

// What Notion would call after the person has said yes.
const called = `${redirectUri}?code=03a7c1d2-58e4-4b96-9f0a-6c2d8e1b7f34&state=${state}`;
const code = readAuthorizationCode(called, state);

const connection = createClient({ auth: { clientId, clientSecret }, baseUrl });
const { refresh_token } = await exchangeCode(connection, { code, redirectUri });
const { access_token } = await refreshTokens(connection, refresh_token ?? "");
console.log("active:", (await introspectToken(connection, access_token)).active);
await revokeToken(connection, access_token);
