import type { Person, Row, Value } from "../values/value.ts";
import { type FunctionDefinition, NOTION } from "./definition.ts";

/** People, pages and what they are called. `prop` is part of the language and stands here for the guide. */
export const pages: readonly FunctionDefinition[] = [
  {
    signature: "name(person: person): text",
    description: "The name of a person.",
    examples: [],
    source: NOTION,
    run: (_, person: Person) => person.name,
  },
  {
    signature: "email(person: person): text",
    description: "The e-mail address of a person, where it is known.",
    examples: [],
    source: NOTION,
    run: (_, person: Person) => person.email,
  },
  {
    signature: "id(object?: page | person): text",
    description: "The id of this page, or of another page or a person.",
    examples: [["id()", "0ab1c2d3-0000-4000-8000-000000000001"]],
    source: NOTION,
    run: ({ row }, object: Row | Person = row): Value => object.id,
  },
];
