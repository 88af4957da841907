import type { Exchange } from "@notional/server";

/** The options of every command that serves the API. */
export const API_OPTIONS = {
  data: { type: "string" },
  database: { type: "string" },
  seed: { type: "string" },
  "rate-limit": { type: "boolean", default: false },
  strict: { type: "boolean", default: false },
  key: { type: "string" },
} as const;

export const API_USAGE = `  --data         keep everything in this folder; in memory when left out
  --database     keep everything in this PostgreSQL database: postgres://user@host/name
  --seed         what to start with, as YAML or JSON   (the sample workspace of the docs)
  --rate-limit   refuse requests that are more than Notion takes
  --strict       withhold answers that the document does not allow
  --key          what opens the control API from other machines   (NOTIONAL_KEY)
`;

export interface ApiOptions {
  data?: string | undefined;
  database?: string | undefined;
  seed?: string | undefined;
  "rate-limit": boolean;
  strict: boolean;
  key?: string | undefined;
  /** Told of every exchange. */
  onExchange?: ((exchange: Exchange) => void) | undefined;
}
