import type { Client } from "@notionhq/client";

/**
 * The titles of what is still to do.
 *
 * @param notion the official client
 * @param dataSourceId of a data source with a checkbox `Done`
 */
export async function openErrands(notion: Client, dataSourceId: string): Promise<string[]> {
  const { results } = await notion.dataSources.query({
    data_source_id: dataSourceId,
    filter: { property: "Done", checkbox: { equals: false } },
  });
  return results.flatMap((row) => {
    if (!("properties" in row)) return [];
    const name = row.properties.Name;
    if (name?.type !== "title" || !Array.isArray(name.title)) return [];
    return [name.title.map((part) => part.plain_text).join("")];
  });
}

/** Marks one as done. */
export async function finishErrand(notion: Client, pageId: string): Promise<void> {
  await notion.pages.update({ page_id: pageId, properties: { Done: { checkbox: true } } });
}

/** Who the program acts for. */
export async function whoAmI(notion: Client): Promise<string> {
  const me = await notion.users.me({});
  return me.name ?? "somebody";
}
