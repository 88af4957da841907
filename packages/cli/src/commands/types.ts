import { createClient, idFromUrl, isNotionError } from "@notional/client";
import { type DataSource, dataSourcesIn, readDataSources, tablesModule } from "@notional/client/tables";
import { TOKEN } from "../banner.ts";
import type { Command } from "../command.ts";
import { CommandError, readOptions, reporting, UsageError } from "../command.ts";
import { noServer, serverUrl } from "../control.ts";
import { readDocument, writeText } from "../files.ts";

/** `notional types`: the data sources of a workspace as TypeScript. */
export const types: Command = {
  usage: () => `Usage: notional types [--id <id or URL> …] [--from <file>] [--out <file>] [options]

Writes a TypeScript module with the columns of data sources: of a running server, of Notion, or of a file.

  --id     only this data source; may be given more than once
  --from   a JSON file with data sources as the API answers them, instead of asking for them
  --out    where to write; printed when left out
  --url    where the API is                        (NOTIONAL_URL, or http://localhost:4000)
  --token  the token of a connection               (NOTION_TOKEN, or the one of the local server)
  --help   show this

For Notion itself: NOTION_TOKEN=ntn_… notional types --url https://api.notion.com --out src/tables.ts
`,
  run(args) {
    const {
      id = [],
      from,
      out,
      ...access
    } = readOptions(args, {
      id: { type: "string", multiple: true },
      from: { type: "string" },
      out: { type: "string" },
      url: { type: "string" },
      token: { type: "string" },
    });
    const ids = id.map((text) => {
      const found = idFromUrl(text);
      if (found === undefined)
        throw new UsageError(`--id is an id or a URL with one, not ${JSON.stringify(text)}.`);
      return found;
    });
    return reporting(async () => {
      const dataSources = from === undefined ? await ask(ids, access) : await read(from, ids);
      if (dataSources.length === 0) throw new CommandError("The connection sees no data source.");
      await writeText(out, tablesModule(dataSources).trimEnd());
    });
  },
};

async function ask(
  ids: string[],
  { url, token }: { url?: string | undefined; token?: string | undefined },
): Promise<DataSource[]> {
  const baseUrl = serverUrl(url);
  try {
    const notion = createClient({ auth: token ?? process.env.NOTION_TOKEN ?? TOKEN, baseUrl, retries: 1 });
    return await readDataSources(notion, ids);
  } catch (error) {
    if (isNotionError(error, "network_error")) throw noServer(baseUrl);
    if (isNotionError(error, "unauthorized"))
      throw new CommandError(
        `${baseUrl}: ${error.message} Pass another one with --token, or as NOTION_TOKEN.`,
      );
    if (isNotionError(error) || error instanceof TypeError)
      throw new CommandError(`${baseUrl}: ${error.message}`);
    throw error;
  }
}

async function read(path: string, ids: string[]): Promise<DataSource[]> {
  const document = await readDocument(path);
  try {
    const found = dataSourcesIn(document);
    return ids.length === 0 ? found : found.filter(({ id }) => ids.includes(id));
  } catch (error) {
    throw new CommandError(`${path}: ${(error as Error).message}`);
  }
}
