import { describe } from "vitest";
import { cases, ROW_ID } from "../fixture.ts";

describe("properties, by their type", () => {
  cases([
    ['prop("Name")', "Guji Natural"],
    ['prop("Notes")', "Peach, jasmine"],
    ['prop("Blank")', null],
    ['prop("Price")', 18.5],
    ['prop("Organic")', true],
    ['prop("Decaf")', false],
    ['prop("Process")', "Washed"],
    ['prop("Grade")', null],
    ['prop("Roasted")', "2024-03-09"],
    ['prop("Opened")', "2024-03-09T18:30:00.000+02:00"],
    ['prop("Shop")', "https://example.com/guji"],
    ['prop("Contact")', "guji@example.com"],
    ['prop("Phone")', null],
    ['prop("Photos").first()', "bag.jpg"],
    ['prop("Number")', "BEAN-7"],
    ['prop("Created")', "2024-03-01T08:00:00.000+00:00"],
    ['prop("Edited") < now()', true],
    ['prop("Total") + 1', 43],
    ['prop("Latest").month()', 2],
    ['prop("Tastes").first()', "Plum"],
    ['prop("Double") / 2', 18.5],
    ['prop("Broken")', null],
    ['prop("Broken") + 1', 1],
    ['prop("Button")', null],
    ['prop("A \\"quoted\\" %name") + 1', 6],
    ['prop("Nothing")', 'type: There is no property named "Nothing".'],
    ["{{notion:block_property:Price:beans:}}", 18.5],
    ["{{notion:block_property:Price:00000000-0000-0000-0000-000000000000:x}} * 2", 37],
    ["{{notion:block_property:A%20%22quoted%22%20%25name:beans:}}", 5],
    ["{{notion:block_property:gone:beans:}}", "type: There is no property with the id gone."],
    ['thisPage.prop("Price")', 18.5],
  ]);
});

describe("people", () => {
  cases([
    ['prop("Author").name()', "Ada"],
    ['name(prop("Owners").first())', "Ada"],
    ['prop("Owners").map(current.name())', "Ada,Grace"],
    ['prop("Owners").map(current.email())', "ada@example.com"],
    ['prop("Editor").email()', null],
    ['id(prop("Author"))', "ada"],
    ['prop("Nobody").first().name()', null],
    ['prop("Owners").length()', 2],
    ['prop("Owners")', "Ada,Grace"],
    ['prop("Author")', "Ada"],
    ['name("Ada")', "type: name takes person as its person, not text."],
    ['prop("Owners").name()', "type: name takes person as its person, not list of person."],
  ]);
});

describe("relations", () => {
  cases([
    ["id()", ROW_ID],
    ["id(thisPage)", ROW_ID],
    ['prop("Roaster")', "Kofi & Sons"],
    ['prop("Roaster").first().prop("City")', "Accra"],
    ['prop("Roaster").first().id()', "roaster-1"],
    ['prop("Roaster").map(current.prop("Rating")).sum()', 4.5],
    ['prop("Blends").map(current.prop("Price")).sum()', 21.5],
    ['prop("Blends").filter(current.prop("Price") > 10).map(current.prop("Name"))', "House"],
    ['prop("Blends").first().prop("Roaster").first().prop("City")', "Accra"],
    ['prop("Blends").map(current.prop("Blends")).flat().length()', 2],
    ['prop("Roaster").first().prop("Beans").length()', 2],
    ['prop("Blends").map(current.{{notion:block_property:Price:beans:}}).sum()', 21.5],
    ['prop("Unrelated").first().prop("City")', null],
    ['prop("Unrelated").length()', 0],
    ['prop("Hidden").length()', 0],
    ['prop("Hidden").first().prop("Name")', "type: It is not known which properties these pages have."],
    ['prop("Roaster").prop("City")', "type: list of page has no properties; only a page has."],
    ['prop("Roaster").first().prop("Price")', 'type: There is no property named "Price".'],
    ['[prop("Roaster").first(), thisPage].map(current.prop("Name"))', "Kofi & Sons,Guji Natural"],
    ['"a".prop("Price")', "type: text has no properties; only a page has."],
    ["prop(thisPage)", 'syntax: prop takes the name of a property in quotes: prop("Name").'],
    ['if(true, thisPage, prop("Blends").first()).prop("Name")', "Guji Natural"],
  ]);
});
