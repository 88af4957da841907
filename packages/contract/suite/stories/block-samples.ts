/** The content of a block as a request has it: what stands under its type. */
type Content = Record<string, unknown>;

/** A block of each type that can be made, and what to change of it. */
export interface BlockSample {
  create: Content;
  /** Left out where nothing can be changed. */
  update?: Content;
}

const text = (content: string) => [{ type: "text", text: { content } }];
const plain: BlockSample = {
  create: { rich_text: text("Rinse the filter.") },
  update: { rich_text: text("Twice.") },
};
const heading: BlockSample = {
  create: { rich_text: text("Water"), is_toggleable: true },
  update: { rich_text: text("Filtered water"), color: "blue" },
};
const media = (file: string): BlockSample => ({
  create: { external: { url: `https://lighthouse.example/${file}` }, caption: text(file) },
  update: { caption: text("Another caption") },
});
const paragraph = (content: string, more: Content = {}) => ({
  paragraph: { rich_text: text(content), ...more },
});
const row = (...cells: string[]) => ({ table_row: { cells: cells.map(text) } });

/** The row Ethiopia Guji of the sample workspace, and a comment on its Brewing guide. */
const ROW = "70c18fa6-d294-41be-873f-84a5c8026178";
const COMMENT = "8d3f5a90-1b42-4c07-9e6d-5a7c1e2b3f40";

/** By type. Rows and columns stand in blocks of their own, and come with them. */
export const blockSamples: Record<string, BlockSample> = {
  paragraph: { create: { rich_text: text("Warm the cup.") }, update: { color: "gray" } },
  heading_1: heading,
  heading_2: heading,
  heading_3: heading,
  heading_4: heading,
  bulleted_list_item: plain,
  numbered_list_item: plain,
  to_do: { create: { rich_text: text("Descale") }, update: { checked: true } },
  toggle: plain,
  quote: plain,
  callout: {
    create: { rich_text: text("Hot!"), icon: { emoji: "🔥" } },
    update: { color: "red_background" },
  },
  code: {
    create: { rich_text: text("const ratio = 250 / 15;"), language: "typescript" },
    update: { language: "javascript" },
  },
  equation: { create: { expression: "250 / 15" }, update: { expression: "\\frac{250}{15}" } },
  divider: { create: {}, update: {} },
  breadcrumb: { create: {}, update: {} },
  table_of_contents: { create: {}, update: { color: "gray" } },
  table: {
    create: { table_width: 2, children: [row("Water", "Grams"), row("Bloom", "45")] },
    update: { has_column_header: true },
  },
  column_list: {
    create: {
      children: [
        { column: { children: [paragraph("Left")] } },
        { column: { children: [paragraph("Right")] } },
      ],
    },
  },
  tab: { create: { children: [paragraph("Espresso", { icon: { emoji: "☕" } })] }, update: {} },
  synced_block: {
    create: { synced_from: null, children: [paragraph("Everywhere")] },
    update: { synced_from: null },
  },
  template: { create: { rich_text: text("New batch") }, update: { rich_text: text("Another batch") } },
  bookmark: {
    create: { url: "https://lighthouse.example/brewing" },
    update: { caption: text("How we brew") },
  },
  embed: {
    create: { url: "https://lighthouse.example/timer" },
    update: { url: "https://lighthouse.example/clock" },
  },
  image: media("pour-over.jpg"),
  video: media("pour-over.mp4"),
  audio: media("tasting.mp3"),
  pdf: media("recipes.pdf"),
  file: { ...media("recipes.xlsx"), update: { name: "all-recipes.xlsx" } },
  link_to_page: { create: { page_id: ROW }, update: { comment_id: COMMENT } },
};

/** What is in blocks of one type alone. */
export const innerSamples = {
  table_row: {
    create: { cells: [text("Pour"), text("205")] },
    update: { cells: [text("Pour"), text("210")] },
  },
  column: { create: { children: [paragraph("Far right")] }, update: { width_ratio: 0.2 } },
} satisfies Record<string, BlockSample>;
