import { ID, type Row } from "../refusal.ts";

export const query: Row[] = [
  [
    "https://github.com/brekkylab/backlot/blob/03916c5b/backlot/routers/notion.py",
    "2025-09-03",
    "listComments",
    { query: [["block_id", ""]] },
    "query failed validation: query.block_id should be a string, instead was `0`.",
  ],
  [
    "https://github.com/brekkylab/backlot/blob/03916c5b/backlot/routers/notion.py",
    "2025-09-03",
    "listComments",
    { query: [["block_id", 'a"b']] },
    'query failed validation: query.block_id should be a valid uuid, instead was `"a\\"b"`.',
  ],
  [
    "https://github.com/brekkylab/backlot/issues/375",
    "2022-06-28",
    "listBlockChildren",
    { query: [["start_cursor", "bogus"]] },
    'query failed validation: query.start_cursor should be a valid uuid or `undefined`, instead was `"bogus"`.',
  ],
  [
    "https://github.com/brekkylab/backlot/issues/375",
    "2026-03-11",
    "listComments",
    {
      query: [
        ["block_id", ID],
        ["page_size", "0"],
      ],
    },
    "query failed validation: query.page_size should be ≥ `1` or `undefined`, instead was `0`.",
  ],
  [
    "https://github.com/brekkylab/backlot/issues/375",
    "2026-03-11",
    "listComments",
    {
      query: [
        ["block_id", ID],
        ["page_size", "101"],
      ],
    },
    "query failed validation: query.page_size should be ≤ `100` or `undefined`, instead was `101`.",
  ],
  [
    "https://github.com/brekkylab/backlot/issues/375",
    "2026-03-11",
    "listComments",
    {
      query: [
        ["block_id", ID],
        ["page_size", "ten"],
      ],
    },
    'query failed validation: query.page_size should be a number or `undefined`, instead was `"ten"`.',
  ],
  [
    "the document",
    "2026-03-11",
    "listUsers",
    { query: [["page_size", "1.5"]] },
    "query failed validation: query.page_size should be an integer or `undefined`, instead was `1.5`.",
  ],
  [
    "the document",
    "2026-03-11",
    "listUsers",
    {
      query: [
        ["page_size", "5"],
        ["page_size", "6"],
      ],
    },
    'query failed validation: query.page_size should be a number or `undefined`, instead was `["5","6"]`.',
  ],
  [
    "the document",
    "2026-03-11",
    "listUsers",
    { query: [["start_cursor", ""]] },
    "query failed validation: query.start_cursor should be a string or `undefined`, instead was `0`.",
  ],
  [
    "the document",
    "2026-03-11",
    "listUsers",
    { query: [["limit", "5"]] },
    'query failed validation: query.limit should be not present, instead was `"5"`.',
  ],
  [
    "the document",
    "2026-03-11",
    "listUsers",
    { query: [["__proto__", "5"]] },
    'query failed validation: query.__proto__ should be not present, instead was `"5"`.',
  ],
  [
    "the document",
    "2026-03-11",
    "listUsers",
    { query: [["page_size[]", "5"]] },
    'query failed validation: query.page_size[] should be not present, instead was `"5"`.',
  ],
  [
    "the document",
    "2026-03-11",
    "listComments",
    {},
    "query failed validation: query.block_id should be defined, instead was `undefined`.",
  ],
  [
    "the document",
    "2026-03-11",
    "getPage",
    { query: [["filter_properties", ""]] },
    'query failed validation: query.filter_properties[0] should be populated, instead was `""`.',
  ],
  [
    "the document",
    "2026-03-11",
    "getPageMarkdown",
    { query: [["include_transcript", "yes"]] },
    'query failed validation: query.include_transcript should be a boolean or `undefined`, instead was `"yes"`.',
  ],
  [
    "the document",
    "2026-03-11",
    "listFileUploads",
    { query: [["status", "lost"]] },
    'query failed validation: query.status should be `"pending"`, `"uploaded"`, `"expired"`, `"failed"`, or `undefined`, instead was `"lost"`.',
  ],
];
