import { type Formula, formulaValueType, type Type } from "@notional/formula";
import type { ComputedProperty } from "../../../store/documents.ts";

/** The one form that all values of a formula have; null when there is none, or no formula that makes sense. */
export function resultOf(formula: Formula | undefined): ComputedProperty["result"] {
  if (!formula) return null;
  const forms = new Set(alternatives(formula.type).map(formulaValueType));
  const [form] = forms;
  return form !== undefined && forms.size === 1 ? form : null;
}

function alternatives(type: Type): Type[] {
  if (type.kind !== "either") return [type];
  return type.types.filter(({ kind }) => kind !== "empty");
}
