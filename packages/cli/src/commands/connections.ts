import type { Connection, ContentAccess, CreateConnectionBody } from "@notional/server/control";
import type { Command } from "../command.ts";
import { readAction, readArguments, reporting, UsageError } from "../command.ts";
import { CONTROL_OPTIONS, CONTROL_USAGE, type Control, controlOf, must } from "../control.ts";
import { bold, say } from "../terminal.ts";

const USAGE = `Usage: notional connections [<action>] [options]

The bots that may use the API of a running server.

Actions:
  list                        all of them; what happens without an action
  create <name>               make one, with a token that is shown once
  update <id>                 change what it may do, or what it sees
  share <id> <object>         let it see a page, database or block, and all below
  unshare <id> <object>       and no longer
  rotate <id>                 make a new token; the others are worth nothing then

Options of create and update:
  --capabilities <list>       what it may do: read_content,insert_content,…
  --access <all|shared>       whether it sees the whole workspace, or what is shared with it
  --token <token>             its token; made up when left out   (create)
  --workspace <id>            the workspace it is in             (create)

Options:
${CONTROL_USAGE}`;

const OPTIONS = {
  ...CONTROL_OPTIONS,
  capabilities: { type: "string" },
  access: { type: "string" },
  token: { type: "string" },
  workspace: { type: "string" },
} as const;
type Values = { [Key in keyof typeof OPTIONS]?: string | undefined };

const ACTIONS = { list: 0, create: 1, update: 1, share: 2, unshare: 2, rotate: 1 };

/** `notional connections`: who may use a running server. */
export const connections: Command = {
  usage: () => USAGE,
  run(args) {
    const { values, positionals } = readArguments(args, OPTIONS, ["[action]", "[connection]", "[object]"]);
    const [action, first, second] = readAction(positionals, ACTIONS, "list");
    const perform = actionOf(action, first, second, values);
    return reporting(() => perform(controlOf(values)));
  },
};

type Action = (control: Control) => Promise<void>;

function actionOf(
  action: keyof typeof ACTIONS,
  first: string | undefined,
  second: string | undefined,
  values: Values,
): Action {
  if (action === "list") {
    return async (control) => {
      for (const connection of must(await control.GET("/_notional/connections")).connections)
        show(connection);
    };
  }
  if (action === "create") return create(needed(first, "name"), values);
  const params = { path: { connection_id: needed(first, "id of the connection") } };
  const path = "/_notional/connections/{connection_id}";
  switch (action) {
    case "update":
      return async (control) => show(must(await control.PATCH(path, { params, body: changes(values) })));
    case "rotate":
      return async (control) => {
        const { connection, token } = must(await control.POST(`${path}/token`, { params }));
        show(connection);
        say(`Token: ${token}`);
      };
    case "share": {
      const body = { object_id: needed(second, "id of what to share") };
      return async (control) => show(must(await control.POST(`${path}/shares`, { params, body })));
    }
    case "unshare": {
      const shared = { path: { ...params.path, object_id: needed(second, "id of what is shared") } };
      return async (control) =>
        show(must(await control.DELETE(`${path}/shares/{object_id}`, { params: shared })));
    }
  }
}

function create(name: string, values: Values): Action {
  const { token, workspace } = values;
  const body: CreateConnectionBody = {
    name,
    ...changes(values),
    ...(token !== undefined && { token }),
    ...(workspace !== undefined && { workspace_id: workspace }),
  };
  return async (control) => {
    const created = must(await control.POST("/_notional/connections", { body }));
    show(created.connection);
    say(`Token: ${created.token}`);
  };
}

/** Which capabilities there are is for the server to say. */
function changes({ capabilities, access }: Values) {
  return {
    ...(capabilities !== undefined && {
      capabilities: capabilities.split(",").filter((name) => name !== "") as Connection["capabilities"],
    }),
    ...(access !== undefined && { content_access: access as ContentAccess }),
  };
}

function needed(value: string | undefined, what: string): string {
  if (value === undefined) throw new UsageError(`The ${what} is missing.`);
  return value;
}

function show({ id, name, type, capabilities, content_access, shared, tokens }: Connection): void {
  say(`${bold(name)}  ${id}  ${type}, ${tokens} ${tokens === 1 ? "token" : "tokens"}`);
  say(`  may ${capabilities.join(", ") || "do nothing"}`);
  say(`  sees ${content_access === "all" ? "the whole workspace" : shared.join(", ") || "nothing"}`);
}
