import type { Schema } from "@notional/openapi-types";
import { mustReach, type Reached } from "../../auth/access.ts";
import type { Context } from "../../context.ts";
import { validationError } from "../../errors.ts";
import { dashed } from "../../uuid.ts";
import { onlyDataSource } from "../databases/only-data-source.ts";
import { mustNotBeInTrash } from "../trash.ts";
import { type DataSource, parse } from "./schema.ts";

/** What a page is made in or moved to: a page, a data source, or neither for the workspace itself. */
export interface PageParent {
  reached: Reached | undefined;
  /** Where the page is a row. */
  dataSource: DataSource | undefined;
}

type ParentRequest = Schema<"CreatePageParentRequest">;

/**
 * The parent that a request names, fit to take a page in.
 *
 * @throws ApiError object_not_found; validation_error for the workspace where the connection belongs to nobody, for
 *   a database with several data sources, and for what is in the trash
 */
export async function findParent(parent: ParentRequest | undefined, context: Context): Promise<PageParent> {
  if (!parent || "workspace" in parent) return workspaceParent(context);
  const reached = await reachParent(parent, context);
  mustNotBeInTrash(reached);
  const { node } = reached;
  return { reached, dataSource: node.kind === "data_source" ? parse(node) : undefined };
}

async function reachParent(
  parent: Exclude<ParentRequest, { workspace: true }>,
  context: Context,
): Promise<Reached> {
  if ("page_id" in parent) return await mustReach(context, "page", dashed(parent.page_id), ["page"]);
  const id =
    "database_id" in parent
      ? await onlyDataSource(parent.database_id, context)
      : dashed(parent.data_source_id);
  return await mustReach(context, "data source", id, ["data_source"]);
}

/** A page of its own belongs to a person, so the connection must have one, or see all that the workspace has. */
function workspaceParent({ connection }: Context): PageParent {
  if (connection.type === "internal" && connection.contentAccess !== "all") {
    // Reported: https://github.com/4ier/notion-cli/issues/25
    throw validationError(
      "Provide a `parent.page_id` or `parent.database_id` parameter to create a page, or use a public integration with `insert_content` capability. Internal integrations aren't owned by a single user, so creating workspace-level private pages is not supported.",
    );
  }
  return { reached: undefined, dataSource: undefined };
}
