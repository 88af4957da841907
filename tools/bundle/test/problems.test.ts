import { join } from "node:path";
import { expect, test } from "vitest";
import { makeToy } from "./toy.ts";

test("a YAML syntax error, told once", async () => {
  const toy = await makeToy();
  await toy.write("components/parameters/NotionVersion.yaml", "name: Notion-Version\nin: [header\n");
  expect(await toy.problems()).toMatchInlineSnapshot(`
    [
      "spec/components/parameters/NotionVersion.yaml:3:1 yaml deficient indentation
      Correct the YAML here, or just above; nothing else was checked.",
    ]
  `);
});

test("a YAML syntax error in the root", async () => {
  const toy = await makeToy();
  await toy.replace("openapi.yaml", "paths:", "paths: [");
  expect(await toy.problems()).toMatchInlineSnapshot(`
    [
      "spec/openapi.yaml:12:9 yaml missed comma between flow collection entries
      Correct the YAML here, or just above; nothing else was checked.",
    ]
  `);
});

test("no root at all", async () => {
  const toy = await makeToy();
  await expect(toy.bundle(join(toy.root, "nowhere"))).rejects.toThrow("nowhere/openapi.yaml");
});

test("a dangling $ref", async () => {
  const toy = await makeToy();
  await toy.replace("components/schemas/Page.yaml", "Icon.yaml", "Icons.yaml");
  expect(await toy.problems()).toMatchInlineSnapshot(`
    [
      "spec/components/schemas/Page.yaml:14:5 no-unresolved-refs Can't resolve $ref: ENOENT: no such file or directory 'spec/components/schemas/Icons.yaml'
      Correct the path, or write the file that it names.",
    ]
  `);
});

test("a dangling $ref into a file", async () => {
  const toy = await makeToy();
  await toy.replace("components/schemas/Page.yaml", "Icon.yaml", "Icon.yaml#/properties/none");
  expect(await toy.problems()).toMatchInlineSnapshot(`
    [
      "spec/components/schemas/Page.yaml:14:5 no-unresolved-refs Can't resolve $ref
      Correct the path, or write the file that it names.",
    ]
  `);
});

test("an example that breaks its schema, in every version or in one", async () => {
  const toy = await makeToy();
  await toy.write(
    "components/examples/CreatePageResponse.yaml",
    `summary: A page
value:
  object: page
  in_trash: "no"
  icon:
    type: emoji
    emoji: long
    shape: round
`,
  );
  expect(await toy.problems()).toMatchInlineSnapshot(`
    [
      "spec/components/examples/CreatePageResponse.yaml:3:3 example-fits-schema the value must have required property 'archived' (in 2025-09-03)
      Correct the example, or the schema that it breaks.",
      "spec/components/examples/CreatePageResponse.yaml:4:13 example-fits-schema \`in_trash\` must be boolean (in 2026-03-11)
      Correct the example, or the schema that it breaks.",
      "spec/components/examples/CreatePageResponse.yaml:7:12 example-fits-schema \`icon.emoji\` must NOT have more than 2 characters (in 2025-09-03, 2026-03-11)
      Correct the example, or the schema that it breaks.",
    ]
  `);
});

test("an unknown field in an example", async () => {
  const toy = await makeToy();
  await toy.replace(
    "components/examples/CreatePageResponse.yaml",
    "object: page",
    "object: page\n  colour: red",
  );
  expect(await toy.problems()).toMatchInlineSnapshot(`
    [
      "spec/components/examples/CreatePageResponse.yaml:4:11 example-fits-schema \`colour\` is not in the schema (in 2025-09-03, 2026-03-11)
      Correct the example, or the schema that it breaks.",
    ]
  `);
});

test("an example of a webhook", async () => {
  const toy = await makeToy();
  await toy.replace("webhooks/database.created.yaml", "object: database", "object: page");
  expect(await toy.problems()).toMatchInlineSnapshot(`
    [
      "spec/webhooks/database.created.yaml:13:30 example-fits-schema \`object\` must be equal to constant: "database" (in 2025-09-03)
      Correct the example, or the schema that it breaks.",
    ]
  `);
});

test("an annotation with an unknown date", async () => {
  const toy = await makeToy();
  await toy.replace("components/schemas/Page.yaml", '"2026-03-11"', '"2026-03-12"');
  expect(await toy.problems()).toMatchInlineSnapshot(`
    [
      "spec/components/schemas/Page.yaml:9:26 notional/version-annotations Name a supported version instead of "2026-03-12": 2025-09-03, 2026-03-11. They are listed in components/parameters/NotionVersion.yaml.",
    ]
  `);
});

test("a duplicate operationId", async () => {
  const toy = await makeToy();
  await toy.replace("paths/v1_databases.yaml", "listDatabases", "createPage");
  expect(await toy.problems()).toMatchInlineSnapshot(`
    [
      "spec/paths/v1_databases.yaml:2:3 operation-operationId-unique Every operation must have a unique \`operationId\`.
      Give one of the two operations another operationId.",
    ]
  `);
});

test("two files for one component name", async () => {
  const toy = await makeToy();
  await toy.write("components/Emoji.yaml", "type: string\n");
  await toy.replace("components/schemas/Database.yaml", "const: database", "$ref: ../Emoji.yaml");
  expect(await toy.problems()).toMatchInlineSnapshot(`
    [
      "spec/components/Emoji.yaml:1:1 component-name-unique Component 'schemas/Emoji' is not unique. It is also defined at: - spec/components/schemas/Emoji.yaml
      A file name is a component's name: rename one of the files.",
      "spec/components/schemas/Emoji.yaml:1:1 component-name-unique Component 'schemas/Emoji' is not unique. It is also defined at: - spec/components/Emoji.yaml
      A file name is a component's name: rename one of the files.",
    ]
  `);
});

test("two example files for one component name", async () => {
  const toy = await makeToy();
  await toy.write("paths/CreatePageResponse.yaml", "summary: Another\nvalue: { object: database }\n");
  await toy.replace(
    "paths/v1_databases.yaml",
    "value: { object: database }",
    "$ref: CreatePageResponse.yaml",
  );
  expect(await toy.problems()).toMatchInlineSnapshot(`
    [
      "spec/paths/v1_databases.yaml:16:15 bundler Two schemas are referenced with the same name but different content. Renamed CreatePageResponse to CreatePageResponse-2.
      A file name is a component's name: rename one of the two files.",
    ]
  `);
});

test("a union that a version empties", async () => {
  const toy = await makeToy();
  await toy.write(
    "components/schemas/Icon.yaml",
    `oneOf:
  - { const: round, x-notion-removed-in: "2026-03-11" }
  - { const: square, x-notion-removed-in: "2026-03-11" }
`,
  );
  expect(await toy.problems()).toMatchInlineSnapshot(`
    [
      "spec/components/examples/CreatePageResponse.yaml:6:9 example-fits-schema \`icon\` must be string (in 2025-09-03)
      Correct the example, or the schema that it breaks.",
      "spec/components/examples/CreatePageResponse.yaml:6:9 example-fits-schema \`icon\` must be equal to constant: "round" (in 2025-09-03)
      Correct the example, or the schema that it breaks.",
      "spec/components/schemas/Emoji.yaml:1:1 unreferenced-file Nothing refers to this file.
      Refer to it, or delete it.",
      "spec/components/schemas/File.yaml:1:1 unreferenced-file Nothing refers to this file.
      Refer to it, or delete it.",
      "spec/components/schemas/Icon.yaml:1:1 projection #/components/schemas/Icon: no member of this oneOf exists in 2026-03-11; annotate what refers to the union too (in 2026-03-11)
      Put the annotation that empties the union on what refers to it as well.",
    ]
  `);
});

test("a value that fits two members of a union", async () => {
  const toy = await makeToy();
  await toy.write(
    "components/schemas/Icon.yaml",
    "oneOf: [{ $ref: Emoji.yaml }, { type: object, title: Any }]\n",
  );
  expect(await toy.problems()).toMatchInlineSnapshot(`
    [
      "spec/components/examples/CreatePageResponse.yaml:6:9 example-fits-schema \`icon\` fits more than one member of the union (in 2025-09-03, 2026-03-11)
      Correct the example, or the schema that it breaks.",
      "spec/components/schemas/File.yaml:1:1 unreferenced-file Nothing refers to this file.
      Refer to it, or delete it.",
    ]
  `);
});

test("a file that nothing refers to", async () => {
  const toy = await makeToy();
  await toy.write("components/schemas/Lonely.yaml", "type: string\n");
  expect(await toy.problems()).toMatchInlineSnapshot(`
    [
      "spec/components/schemas/Lonely.yaml:1:1 unreferenced-file Nothing refers to this file.
      Refer to it, or delete it.",
    ]
  `);
});

test("a tree without versions", async () => {
  const toy = await makeToy();
  await toy.replace(
    "components/parameters/NotionVersion.yaml",
    'enum: ["2025-09-03", "2026-03-11"]',
    "minLength: 1",
  );
  await toy.replace("components/schemas/Page.yaml", 'x-notion-removed-in: "2026-03-11"', "");
  await toy.replace("components/schemas/Page.yaml", 'x-notion-added-in: "2026-03-11"', "");
  await toy.replace("paths/v1_databases.yaml", 'x-notion-removed-in: "2026-03-11"', "");
  await toy.replace("webhooks/database.created.yaml", '  x-notion-removed-in: "2026-03-11"', "");
  expect(await toy.problems()).toMatchInlineSnapshot(`
    [
      "spec/openapi.yaml:1:1 no-versions The tree names no version, so there is nothing to cut.
      Refer to components/parameters/NotionVersion.yaml from an operation, and list the dates in its \`enum\`.",
    ]
  `);
});
