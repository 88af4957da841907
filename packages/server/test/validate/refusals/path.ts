import { ID, type Row } from "../refusal.ts";

export const path: Row[] = [
  [
    "recorded",
    "2026-03-11",
    "getPage",
    { path: { page_id: "12345678-1234-1234-1234-123456789abc" } },
    'path failed validation: path.page_id should be a valid uuid, instead was `"12345678-1234-1234-1234-123456789abc"`.',
  ],
  [
    "https://github.com/malinkang/weread2notion/issues/70",
    "2022-06-28",
    "queryDatabase",
    { path: { database_id: "None" } },
    'path failed validation: path.database_id should be a valid uuid, instead was `"None"`.',
  ],
  [
    "https://github.com/hk21702/YA-GCal-Notion-Sync-Script/issues/28",
    "2022-06-28",
    "getDatabase",
    { path: { database_id: "Calendar-c590d7c092bc48cb858038fc53e46760" } },
    'path failed validation: path.database_id should be a valid uuid, instead was `"Calendar-c590d7c092bc48cb858038fc53e46760"`.',
  ],
  [
    "https://github.com/makenotion/notion-sdk-js/issues/153",
    "2022-06-28",
    "getDatabase",
    { path: { database_id: "8154ca77-0c6a-4191-adb7-28273265c28" } },
    'path failed validation: path.database_id should be a valid uuid, instead was `"8154ca77-0c6a-4191-adb7-28273265c28"`.',
  ],
  [
    "the document",
    "2026-03-11",
    "getViewQueryResults",
    { path: { view_id: ID, query_id: "q" } },
    'path failed validation: path.query_id should be a valid uuid, instead was `"q"`.',
  ],
  [
    "the document",
    "2026-03-11",
    "getAgent",
    { path: { agent_id: "me" } },
    'path failed validation: path.agent_id should be a valid uuid, instead was `"me"`.',
  ],
];
