import type { Schema } from "@notional/openapi-types";
import { findUsers } from "../../../store/users.ts";
import { dashed } from "../../../uuid.ts";
import { unknownUser } from "../../users/not-found.ts";
import { renderUser } from "../../users/render.ts";
import type { Rendering, ValueType } from "./value-type.ts";

export const people: ValueType<"people"> = {
  read: async (request, { context }) => {
    const { db, connection } = context;
    const asked = request.map((person) => {
      const id = dashed(person.id);
      const isGroup = ("object" in person && person.object === "group") || "name" in person;
      return isGroup ? { object: "group" as const, id } : { object: "user" as const, id };
    });
    const users = asked.filter(({ object }) => object === "user").map(({ id }) => id);
    const known = await findUsers(db, connection.workspaceId, users);
    const unknown = users.find((id) => !known.has(id));
    if (unknown !== undefined) throw unknownUser(unknown, context);
    return [...new Map(asked.map((person) => [person.id, person])).values()];
  },
  render: (stored = [], rendering) =>
    stored
      .slice(0, rendering.limit)
      .map(({ object, id, name = null }) =>
        object === "group" ? { object, id, name } : renderPerson(id, rendering),
      ),
};

/** A user as values show it; only the id of one that is no longer there. Recorded: of a bot no more than its name. */
export function renderPerson(
  id: string,
  { references, context }: Pick<Rendering, "references" | "context">,
): Schema<"User"> | Schema<"PartialUser"> {
  const user = references.users.get(id);
  if (!user) return { object: "user", id };
  const rendered = renderUser(user, context.connection, references.workspace);
  return "type" in rendered && rendered.type === "bot" ? { ...rendered, bot: {} } : rendered;
}
