import { bold, dim, link } from "./terminal.ts";

/** The token of the sample workspace; the mock takes any. */
export const TOKEN = "ntn_local_dev";

/** A line for the shell that works when pasted. Takes the versions that are served, the newest last. */
export const curlLine = (url: string, versions: readonly string[]): string =>
  `curl ${url}/v1/users/me -H "Authorization: Bearer ${TOKEN}" -H "Notion-Version: ${versions.at(-1)}"`;

/** What `notional start` prints when everything listens. */
export function banner(url: string, mockUrl: string, versions: readonly string[]): string {
  const newestFirst = versions.toReversed();
  const rows: [string, string[]][] = [
    ["Index", [link(`${url}/`)]],
    ["API", [`${link(`${url}/v1`)}  ${dim("every version, by the header Notion-Version")}`]],
    [
      "Control",
      [`${link(`${url}/_notional/status`)}  ${dim("notional status, reset, seed, clock, faults, log …")}`],
    ],
    ["Docs", newestFirst.map((version) => link(`${url}/docs/${version}/`))],
    ["OpenAPI", newestFirst.map((version) => link(`${url}/openapi/${version}.json`))],
    ["Mock", [`${link(`${mockUrl}/v1`)}  ${dim("examples of the document, with Prefer: example=…")}`]],
    ["Token", [TOKEN]],
  ];
  const lines = rows.flatMap(([name, values]) =>
    values.map((value, index) => `  ${bold((index === 0 ? name : "").padEnd(8))} ${value}`),
  );
  return [`\n  ${bold("Notional")} is running\n`, ...lines, `\n${curlLine(url, versions)}\n`].join("\n");
}
