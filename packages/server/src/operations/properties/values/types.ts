import type { StoredValue } from "../../../store/documents.ts";
import { date } from "./date.ts";
import { files } from "./files.ts";
import { multiSelect, select, status } from "./options.ts";
import { people } from "./people.ts";
import { place } from "./place.ts";
import { checkbox, email, number, phoneNumber, url } from "./scalars.ts";
import { richText, title } from "./text.ts";
import type { ValueType } from "./value-type.ts";
import { verification } from "./verification.ts";

/** What is kept in the document of a page and can be written. Relations have a table of their own. */
export type WritableType = Exclude<StoredValue["type"], "unique_id">;

export const valueTypes: { [Type in WritableType]: ValueType<Type> } = {
  title,
  rich_text: richText,
  number,
  select,
  multi_select: multiSelect,
  status,
  date,
  people,
  files,
  checkbox,
  url,
  email,
  phone_number: phoneNumber,
  place,
  verification,
};

/** Values of one type are read and rendered by that type: what the map says, without the type's name. */
export const valueTypeOf = (type: string): ValueType<WritableType> | undefined =>
  Object.hasOwn(valueTypes, type)
    ? (valueTypes[type as WritableType] as unknown as ValueType<WritableType>)
    : undefined;
