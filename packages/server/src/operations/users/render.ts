import type { Schema } from "@notional/openapi-types";
import type { Connection } from "../../auth/connection.ts";
import type { UserDocument, UserRow } from "../../store/users.ts";

/**
 * A user as the connection may see it: without names where it may not read users, without e-mail addresses
 * where it may not read those. Bots other than the caller show nothing of their owner.
 *
 * @param workspace Of the bot that calls; what `bot` says of it.
 */
export function renderUser(
  user: UserRow,
  connection: Connection,
  workspace: { id: string; name: string; uploadLimit: number },
): Schema<"User"> | Schema<"PartialUser"> {
  const { capabilities } = connection;
  const maySeeNames = capabilities.has("read_user_information") || capabilities.has("read_user_email");
  if (!maySeeNames && user.id !== connection.id) return { object: "user", id: user.id };
  const { id, name, avatar_url } = user;
  const common = { object: "user" as const, id, name, avatar_url };
  const document = JSON.parse(user.document) as UserDocument;
  if ("owner" in document) {
    if (user.id !== connection.id) return { ...common, type: "bot", bot: {} };
    const owner =
      document.owner.type === "user"
        ? { type: "user" as const, user: { object: "user" as const, id: document.owner.user.id } }
        : document.owner;
    const bot = {
      owner,
      workspace_name: workspace.name,
      workspace_id: workspace.id,
      workspace_limits: { max_file_upload_size_in_bytes: workspace.uploadLimit },
    };
    return { ...common, type: "bot", bot } as Schema<"User">;
  }
  const { email, email_verified } = document;
  const maySeeEmail = capabilities.has("read_user_email") && email !== null;
  // The service tells `email_verified` since July 2026; what was seeded without it lacks it.
  const person = maySeeEmail ? { email, ...(email_verified !== undefined && { email_verified }) } : {};
  return { ...common, type: "person", person } as Schema<"User">;
}
