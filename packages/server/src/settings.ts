import type { RateLimit } from "./limits/rate-limit.ts";

/** What can be set when a server is made. */
export interface Settings {
  /** Where pages are said to be: `https://app.notion.com/p`. */
  webUrl: string;
  /** Where the API is said to be, in `next_url` and the like. */
  apiUrl: string;
  /** Whether HTTP Basic with the token as user name is taken, as the early preview of the API did. */
  basicAuth: boolean;
  /** How often may be called; undefined for as often as one likes. */
  rateLimit: RateLimit | undefined;
  /** Whether an answer that the document does not allow is withheld, and a 500 sent instead. */
  strict: boolean;
  /** How long a request may take to arrive, in milliseconds. */
  requestTimeout: number;
  /** How long search does not find what was made, in milliseconds; Notion's index takes some seconds. */
  searchDelay: number;
  /** What opens the control API from anywhere; without one it answers to this machine only. */
  controlKey: string | undefined;
}

export const defaultSettings: Settings = {
  webUrl: "https://app.notion.com/p",
  apiUrl: "https://api.notion.com",
  basicAuth: false,
  rateLimit: undefined,
  strict: false,
  requestTimeout: 60_000,
  searchDelay: 0,
  controlKey: undefined,
};
