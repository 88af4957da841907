import { Client, isFullBlock, isFullComment, isFullPage } from "@notionhq/client";

const notion = new Client({ auth: "ntn_local_dev", notionVersion: "2026-03-11" });

/** Who the token acts as, and who else is there. */
async function people(): Promise<string[]> {
  const me = await notion.users.me({});
  const user = await notion.users.retrieve({ user_id: me.id });
  const names: string[] = [user.name ?? ""];
  const list = await notion.users.list({ page_size: 100 });
  for (const person of list.results) {
    if (person.name) names.push(person.name);
  }
  return names;
}

/** A data source of beans in a database of its own. */
async function beans(page_id: string): Promise<string> {
  const database = await notion.databases.create({
    parent: { type: "page_id", page_id },
    title: [{ text: { content: "Beans" } }],
    icon: { type: "emoji", emoji: "☕" },
    initial_data_source: {
      properties: {
        Name: { title: {} },
        Origin: { rich_text: {} },
        Price: { number: { format: "dollar" } },
        Roast: {
          select: {
            options: [
              { name: "Light", color: "yellow" },
              { name: "Medium", color: "orange" },
              { name: "Dark", color: "brown" },
            ],
          },
        },
        "In stock": { checkbox: {} },
        Roasted: { date: {} },
      },
    },
  });
  const found = await notion.databases.retrieve({ database_id: database.id });
  await notion.databases.update({
    database_id: found.id,
    description: [{ text: { content: "What is on the shelf." } }],
  });
  const dataSource = "data_sources" in database ? database.data_sources[0] : undefined;
  return dataSource?.id ?? "";
}

/** One more column. */
async function describe(data_source_id: string): Promise<string[]> {
  await notion.dataSources.update({
    data_source_id,
    properties: {
      Notes: { multi_select: { options: [{ name: "Peach" }, { name: "Jasmine" }] } },
    },
  });
  const dataSource = await notion.dataSources.retrieve({ data_source_id });
  return Object.keys(dataSource.properties ?? {});
}

/** A row with content. */
async function add(data_source_id: string, name: string, price: number): Promise<string> {
  const page = await notion.pages.create({
    parent: { data_source_id },
    icon: { type: "emoji", emoji: "🌱" },
    properties: {
      Name: { title: [{ text: { content: name } }] },
      Origin: { rich_text: [{ text: { content: "Guji, Ethiopia" } }] },
      Price: { number: price },
      Roast: { select: { name: "Light" } },
      "In stock": { checkbox: true },
      Roasted: { date: { start: "2026-11-20" } },
    },
    children: [
      { heading_2: { rich_text: [{ text: { content: "Cupping" } }] } },
      { paragraph: { rich_text: [{ text: { content: "Peach, jasmine, honey." } }] } },
      { to_do: { rich_text: [{ text: { content: "Order more" } }], checked: false } },
    ],
  });
  return "id" in page ? page.id : "";
}

/** What is cheap and there, the newest first. */
async function cheap(data_source_id: string): Promise<string[]> {
  const rows = await notion.dataSources.query({
    data_source_id,
    filter: {
      and: [
        { property: "Price", number: { less_than: 20 } },
        { property: "In stock", checkbox: { equals: true } },
        { property: "Roast", select: { equals: "Light" } },
      ],
    },
    sorts: [{ property: "Roasted", direction: "descending" }],
    page_size: 50,
  });
  const names: string[] = [];
  for (const row of rows.results) {
    if (!isFullPage(row)) continue;
    const name = row.properties.Name;
    if (name?.type === "title") names.push(name.title.map((text) => text.plain_text).join(""));
  }
  return names;
}

/** Changes a row, and says when. */
async function sell(page_id: string): Promise<string> {
  const page = await notion.pages.update({
    page_id,
    properties: { "In stock": { checkbox: false } },
  });
  const again = await notion.pages.retrieve({ page_id: page.id });
  const price = await notion.pages.properties.retrieve({ page_id, property_id: "price" });
  if (price.object === "property_item" && price.type === "number") console.log(price.number);
  return isFullPage(again) ? again.last_edited_time : "";
}

/** More content, and what is there then. */
async function write(block_id: string): Promise<string[]> {
  await notion.blocks.children.append({
    block_id,
    children: [
      { bulleted_list_item: { rich_text: [{ text: { content: "Grind finer" } }] } },
      { quote: { rich_text: [{ text: { content: "Better than last year." } }], color: "gray" } },
      { code: { rich_text: [{ text: { content: "1:16" } }], language: "plain text" } },
      { divider: {} },
    ],
  });
  const lines: string[] = [];
  const children = await notion.blocks.children.list({ block_id, page_size: 100 });
  for (const block of children.results) {
    if (!isFullBlock(block)) continue;
    switch (block.type) {
      case "paragraph":
        lines.push(block.paragraph.rich_text.map((text) => text.plain_text).join(""));
        break;
      case "to_do":
        lines.push(block.to_do.checked ? "done" : "open");
        break;
      case "heading_2":
        lines.push(block.heading_2.rich_text.map((text) => text.plain_text).join(""));
        break;
    }
  }
  return lines;
}

/** The first block says something else, the last goes. */
async function edit(first: string, last: string): Promise<boolean> {
  const block = await notion.blocks.retrieve({ block_id: first });
  await notion.blocks.update({
    block_id: block.id,
    paragraph: { rich_text: [{ text: { content: "Apricot." }, annotations: { bold: true } }] },
  });
  const gone = await notion.blocks.delete({ block_id: last });
  return isFullBlock(gone) ? gone.in_trash : false;
}

/** Says something about a page, and reads what others said. */
async function discuss(page_id: string): Promise<string[]> {
  await notion.comments.create({
    parent: { page_id },
    rich_text: [{ text: { content: "Is this still on the shelf?" } }],
  });
  const comments = await notion.comments.list({ block_id: page_id });
  return comments.results
    .filter(isFullComment)
    .map((comment) => comment.rich_text.map((text) => text.plain_text).join(""));
}

/** Where something is that has this title. */
async function find(query: string): Promise<string | undefined> {
  const found = await notion.search({
    query,
    filter: { property: "object", value: "page" },
    sort: { timestamp: "last_edited_time", direction: "descending" },
  });
  return found.results[0]?.id;
}

const page_id = (await find("Roastery")) ?? "";
const data_source_id = await beans(page_id);
const row = await add(data_source_id, "Guji Natural", 18.5);
console.log(await people(), await describe(data_source_id), await cheap(data_source_id));
console.log(await sell(row), await write(row), await edit(row, row), await discuss(row));
