import type { Seed } from "@notional/server";
import type { Exchange } from "../../recordings/read.ts";
import { eachObject, isObject, type JsonObject } from "../json.ts";

type Workspace = Seed["workspaces"][number];
type Connection = NonNullable<Workspace["connections"]>[number];

/** The workspace of a tape, and who is in it. */
export interface People extends Pick<Workspace, "id" | "name"> {
  users: NonNullable<Workspace["users"]>;
  connection: Connection;
  emojis: NonNullable<Workspace["custom_emojis"]>;
}

/** What nobody says in a tape. */
const UNKNOWN = "00000000-0000-4000-8000-00000000dead";

/** Reads people, bots, custom emojis and the caller from whatever answers show of them. */
export function peopleOf(exchanges: readonly Exchange[], made: ReadonlySet<string>, token: string): People {
  const users = new Map<string, JsonObject>();
  const emojis = new Map<string, People["emojis"][number]>();
  for (const { request, response } of exchanges) {
    const listsEmojis = request.path === "/v1/custom_emojis";
    eachObject(response.body, (object, key) => {
      if (object.object === "user" && typeof object.id === "string") {
        const known = users.get(object.id);
        if (!known || sizeOf(object) > sizeOf(known)) users.set(object.id, object);
      }
      const { id, name, url } = object as { id?: string; name?: string; url?: string };
      const isEmoji = key === "custom_emoji" || (listsEmojis && key === "results");
      if (isEmoji && id && name && url) emojis.set(id, { id, name, url });
    });
  }
  const id = callerOf(exchanges, made) ?? UNKNOWN;
  const bot = users.get(id);
  const { workspace_id, workspace_name, owner } = Object(bot?.bot) as Record<string, unknown>;
  users.delete(id);
  return {
    ...withId((workspace_id as string | undefined) ?? workspaceInFormulas(exchanges)),
    name: typeof workspace_name === "string" ? workspace_name : "Workspace",
    // Of one who left, answers have the id alone.
    users: [...users.values()]
      .filter(({ type }) => type !== undefined)
      .map((user) => ({
        ...(user as { id: string }),
        type: user.type === "bot" ? "bot" : "person",
      })),
    connection: {
      id,
      name: (bot?.name as string | undefined) ?? nameOf(exchanges) ?? "Connection",
      avatar_url: (bot?.avatar_url as string | null | undefined) ?? null,
      tokens: [token],
      ...ownerOf(owner),
    },
    emojis: [...emojis.values()],
  };
}

/** How much an answer says of somebody; others say less. */
const sizeOf = (user: JsonObject): number => JSON.stringify(user).length;

const withId = (id: string | undefined): { id?: string } => (id === undefined ? {} : { id });

/** Formulas name the workspace with each property. */
function workspaceInFormulas(exchanges: readonly Exchange[]): string | undefined {
  let id: string | undefined;
  for (const { response } of exchanges) {
    eachObject(response.body, ({ expression }) => {
      if (typeof expression === "string")
        id ??= /{{notion:block_property:[^:}]+:[^:}]+:([^}]+)}}/.exec(expression)?.[1];
    });
  }
  return id;
}

function ownerOf(owner: unknown): Partial<Connection> {
  const user = isObject(owner) && isObject(owner.user) ? owner.user : undefined;
  return user ? { type: "public", owner: user.id as string } : {};
}

/** The bot that calls: what it says of itself, who made what was created, or whom a refusal names. */
function callerOf(exchanges: readonly Exchange[], made: ReadonlySet<string>): string | undefined {
  const answers = exchanges.map(({ request, response }) => ({ ...request, answer: Object(response.body) }));
  const self = answers.find(({ path }) => path === "/v1/users/me")?.answer.id;
  const refused = answers.find(({ answer }) => answer.additional_data?.integration_id)?.answer;
  const changed = answers.find(({ method, answer }) => method !== "GET" && answer.last_edited_by)?.answer;
  let author: string | undefined;
  let shown: string | undefined;
  for (const { answer } of answers) {
    eachObject(answer, ({ object, type, bot, id, created_by: by }) => {
      if (made.has(id as string) && isObject(by)) author ??= by.id as string;
      if (object === "user" && type === "bot" && isObject(bot) && bot.workspace_id) shown ??= id as string;
    });
  }
  return self ?? author ?? refused?.additional_data.integration_id ?? changed?.last_edited_by.id ?? shown;
}

/** What refusals call the caller, and comments. */
function nameOf(exchanges: readonly Exchange[]): string | undefined {
  for (const { response } of exchanges) {
    const { message } = Object(response.body) as { message?: unknown };
    const named = typeof message === "string" ? /your integration "([^"]+)"/.exec(message)?.[1] : undefined;
    if (named !== undefined) return named;
    let resolved: string | undefined;
    eachObject(response.body, ({ type, resolved_name }, key) => {
      if (key === "display_name" && type === "integration") resolved = resolved_name as string;
    });
    if (resolved !== undefined) return resolved;
  }
  return undefined;
}
