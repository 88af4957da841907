import { defineTable } from "../../src/tables.ts";

/** What `notional types` writes, with a column of nearly every type. */
export const beans = defineTable({
  id: "5c9b7d1e-3f28-4a60-9e4d-7b1c8f2a6053",
  columns: {
    Name: { id: "title", type: "title" },
    Note: { id: "note", type: "rich_text" },
    Price: { id: "pric", type: "number" },
    Roast: { id: "roas", type: "select", options: ["light", "dark"] },
    Flavours: { id: "flav", type: "multi_select", options: ["berry", "cocoa"] },
    Stock: {
      id: "stoc",
      type: "status",
      options: ["Ordered", "Here", "Gone"],
      groups: ["To-do", "Complete"],
    },
    Roasted: { id: "rstd", type: "date" },
    Organic: { id: "orga", type: "checkbox" },
    Buyer: { id: "buye", type: "people" },
    Photos: { id: "phot", type: "files" },
    Farm: { id: "farm", type: "relation" },
    Margin: { id: "marg", type: "formula" },
    Created: { id: "crea", type: "created_time" },
    Number: { id: "numb", type: "unique_id" },
    Map: { id: "plac", type: "place" },
  },
});

/** The same after “Roast” was renamed and “dark” became “medium”. */
export const renamed = defineTable({
  id: beans.id,
  columns: {
    Name: { id: "title", type: "title" },
    Degree: { id: "roas", type: "select", options: ["light", "medium"] },
  },
});
