import { FormulaError, print } from "@notional/formula";
import { validationError } from "../../../errors.ts";
import type { DataSourceDocument } from "../../../store/documents.ts";
import { withSources } from "../computed/sources.ts";
import { type EditedSource, otherSource, type SchemaEdit } from "./edit.ts";

/**
 * A formula as it is kept and answered: what it refers to stands there by id, so that it survives renaming.
 * Recorded: `prop("Name")` comes back as `{{notion:block_property:<id>:<data source>:<workspace>}}`.
 *
 * @param expression As it was written; other formulas of the request stand in the schema already.
 * @throws ApiError validation_error when it does not parse, makes no sense, or would need its own value
 */
export async function readFormula(
  expression: string,
  { node, document }: EditedSource,
  edit: SchemaEdit,
): Promise<string> {
  const space = edit.context.connection.workspaceId;
  const known = new Map<string, DataSourceDocument | null>([[node.id, document]]);
  try {
    const formula = await withSources(
      known,
      (sources) => sources.check(expression, node.id),
      (ids) => otherDocuments(ids, edit),
    );
    return print(formula.expression, { space });
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    // Source: many public reports of these very words, which say no more than this.
    throw validationError(`${error.kind === "syntax" ? "Parse" : "Type"} error with formula`);
  }
}

async function otherDocuments(ids: readonly string[], edit: SchemaEdit) {
  const found = new Map<string, DataSourceDocument>();
  for (const id of ids) {
    const source = await otherSource(edit, id);
    if (source) found.set(id, source.document);
  }
  return found;
}
