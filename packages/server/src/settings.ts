/** What can be set when a server is made. */
export interface Settings {
  /** Where pages are said to be: `https://app.notion.com/p`. */
  webUrl: string;
  /** Where the API is said to be, in `next_url` and the like. */
  apiUrl: string;
  /** Whether HTTP Basic with the token as user name is taken, as the early preview of the API did. */
  basicAuth: boolean;
}

export const defaultSettings: Settings = {
  webUrl: "https://app.notion.com/p",
  apiUrl: "https://api.notion.com",
  basicAuth: false,
};
