import { fixOne, ID, type Row, undefinedKeys } from "../refusal.ts";

/** What a filter may be of. */
const FILTERS =
  "title rich_text number checkbox select multi_select status date people files url email phone_number relation " +
  "created_by created_time last_edited_by last_edited_time formula unique_id rollup verification";

export const data: Row[] = [
  [
    "reported: a key in the empty object of a type",
    "2026-03-11",
    "createDatabase",
    {
      body: {
        parent: { type: "page_id", page_id: ID },
        initial_data_source: { properties: { "Task Name": { title: { placeholder: "" } } } },
      },
    },
    'body failed validation: body.initial_data_source.properties.Task Name.title.placeholder should be not present, instead was `""`.',
  ],
  [
    "reported: here the parent needs its type",
    "2026-03-11",
    "createDatabase",
    { body: { parent: { page_id: ID } } },
    "body failed validation: body.parent.type should be defined, instead was `undefined`.",
  ],
  [
    "reported: an icon that cannot be taken away",
    "2026-03-11",
    "updateDatabase",
    { body: { icon: null } },
    "body failed validation: body.icon should be an object or `undefined`, instead was `null`.",
  ],
  [
    "the document",
    "2026-03-11",
    "updateDataSource",
    { body: { properties: { Tags: { multi_select: { options: [{ name: "a,b" }] } } } } },
    "Invalid multi_select option, commas not allowed: a,b",
  ],
  [
    "the document",
    "2026-03-11",
    "createDataSource",
    { body: { parent: { type: "database_id", database_id: ID } } },
    "body failed validation: body.properties should be defined, instead was `undefined`.",
  ],
  [
    "the document",
    "2026-03-11",
    "updateDataSource",
    { body: { properties: { "": { name: "x" } } } },
    'body failed validation: body.properties. should be populated, instead was `""`.',
  ],
  [
    "the document",
    "2022-06-28",
    "createDatabase",
    {
      body: {
        parent: { type: "page_id", page_id: ID },
        properties: { Price: { number: { format: "shell" } } },
      },
    },
    'body failed validation: body.properties.Price.number.format should be `"number"`, `"number_with_commas"`, `"percent"`, `"dollar"`, `"australian_dollar"`, `"canadian_dollar"`, `"singapore_dollar"`, `"euro"`, `"pound"`, `"yen"`, `"ruble"`, `"rupee"`, `"won"`, `"yuan"`, `"real"`, `"lira"`, `"rupiah"`, `"franc"`, `"hong_kong_dollar"`, `"new_zealand_dollar"`, `"krona"`, `"norwegian_krone"`, `"mexican_peso"`, `"rand"`, `"new_taiwan_dollar"`, `"danish_krone"`, `"zloty"`, `"baht"`, `"forint"`, `"koruna"`, `"shekel"`, `"chilean_peso"`, `"philippine_peso"`, `"dirham"`, `"colombian_peso"`, `"riyal"`, `"ringgit"`, `"leu"`, `"argentine_peso"`, `"uruguayan_peso"`, `"peruvian_sol"`, `"vietnamese_dong"`, `"pakistani_rupee"`, `"nigerian_naira"`, `"bitcoin"`, or `undefined`, instead was `"shell"`.',
  ],
  [
    "reported: an option with a comma",
    "2026-03-11",
    "updateDataSource",
    { body: { properties: { Roast: { select: { options: [{ name: "Light, sweet" }] } } } } },
    "Invalid select option, commas not allowed: Light, sweet",
  ],
  [
    "https://github.com/brenwin1/notionapi/blob/main/inst/_vcr/api-error-400-validation-multiline.yml; verification is the document's",
    "2022-06-28",
    "queryDatabase",
    { body: { filter: { orr: [{ property: "In stock", checkbox: { equals: true } }] }, page_size: 100 } },
    fixOne(...undefinedKeys("body.filter", `or and ${FILTERS}`)),
  ],
  [
    "https://github.com/jheddings/notional/issues/39, before there were statuses",
    "2026-03-11",
    "queryDataSource",
    { body: { filter: { property: "a", text: { contains: "b" } } } },
    fixOne(...undefinedKeys("body.filter", `or and ${FILTERS}`)),
  ],
  [
    "reported: neither of the two conditions",
    "2026-03-11",
    "queryDataSource",
    {
      body: {
        filter: {
          and: [
            {
              or: [
                { property: "a", checkbox: { equals: true } },
                { property: "b", checkbox: {} },
              ],
            },
          ],
        },
      },
    },
    fixOne(
      "body.filter.and[0].or[1].checkbox.equals should be defined, instead was `undefined`.",
      "body.filter.and[0].or[1].checkbox.does_not_equal should be defined, instead was `undefined`.",
    ),
  ],
  [
    "reported: an operator that texts do not have",
    "2022-06-28",
    "queryDatabase",
    { body: { filter: { and: [{ property: "a", formula: { string: { on_or_after: "2026-03-25" } } }] } } },
    fixOne(
      ...undefinedKeys(
        "body.filter.and[0].formula.string",
        "equals does_not_equal contains does_not_contain starts_with ends_with is_empty is_not_empty",
      ),
    ),
  ],
  [
    "measured: null is no value to compare with",
    "2026-03-11",
    "queryDataSource",
    { body: { filter: { property: "a", checkbox: { equals: null } } } },
    fixOne(
      "body.filter.checkbox.equals should be a boolean, instead was `null`.",
      "body.filter.checkbox.does_not_equal should be defined, instead was `undefined`.",
    ),
  ],
  [
    "https://github.com/jmuchovej/paperpile-notion/issues/40",
    "2026-03-11",
    "queryDataSource",
    { body: { filter: { or: Array(124).fill({ property: "a", checkbox: { equals: true } }) } } },
    "body failed validation: body.filter.or.length should be ≤ `100`, instead was `124`.",
  ],
  [
    "reported: an object for a date; the members are the document's",
    "2026-03-11",
    "queryDataSource",
    { body: { filter: { and: [{ property: "a", date: { equals: {} } }] } } },
    fixOne(
      "body.filter.and[0].date.equals should be a valid ISO 8601 date string, instead was `{}`.",
      'body.filter.and[0].date.equals should be `"today"`, `"tomorrow"`, `"yesterday"`, `"one_week_ago"`, `"one_week_from_now"`, `"one_month_ago"`, or `"one_month_from_now"`, instead was `{}`.',
      ...undefinedKeys(
        "body.filter.and[0].date",
        "before after on_or_before on_or_after this_week this_month past_week past_month past_year next_week next_month next_year is_empty is_not_empty",
      ),
    ),
  ],
  [
    "the document",
    "2026-03-11",
    "queryDataSource",
    { body: { filter: { and: [{ or: [{ and: [] }] }] } } },
    fixOne(...undefinedKeys("body.filter.and[0].or[0]", FILTERS)),
  ],
  [
    "the document",
    "2026-03-11",
    "queryDataSource",
    { body: { filter: { property: "a", select: { equals: "x", is_empty: true } } } },
    fixOne(
      "body.filter.select.is_empty should be not present, instead was `true`.",
      "body.filter.select.does_not_equal should be defined, instead was `undefined`.",
      'body.filter.select.equals should be not present, instead was `"x"`.',
      "body.filter.select.is_not_empty should be defined, instead was `undefined`.",
    ),
  ],
  [
    "reported: null for a cursor",
    "2026-03-11",
    "queryDataSource",
    { body: { start_cursor: null } },
    "body failed validation: body.start_cursor should be a string or `undefined`, instead was `null`.",
  ],
  [
    "the document",
    "2026-03-11",
    "queryDataSource",
    { body: { page_size: "100" } },
    'body failed validation: body.page_size should be a number or `undefined`, instead was `"100"`.',
  ],
  [
    "the document",
    "2026-03-11",
    "queryDataSource",
    { body: { page_size: 101 } },
    "body failed validation: body.page_size should be ≤ `100` or `undefined`, instead was `101`.",
  ],
  [
    "the document",
    "2026-03-11",
    "queryDataSource",
    { body: { page_size: 0 } },
    "body failed validation: body.page_size should be ≥ `1` or `undefined`, instead was `0`.",
  ],
  [
    "the document",
    "2026-03-11",
    "queryDataSource",
    { body: { sorts: [{ timestamp: "created_time", direction: "up" }] } },
    fixOne(
      "body.sorts[0].property should be defined, instead was `undefined`.",
      'body.sorts[0].direction should be `"ascending"` or `"descending"`, instead was `"up"`.',
    ),
  ],
  [
    "the document",
    "2026-03-11",
    "search",
    { body: { sort: { timestamp: "last_edited_time", direction: "up" } } },
    'body failed validation: body.sort.direction should be `"ascending"` or `"descending"`, instead was `"up"`.',
  ],
  [
    "the document",
    "2026-03-11",
    "search",
    { body: { filter: { property: "object", value: "database" } } },
    'body failed validation: body.filter.value should be `"page"` or `"data_source"`, instead was `"database"`.',
  ],
  [
    "the document",
    "2022-06-28",
    "search",
    { body: { filter: { property: "object", value: "data_source" } } },
    'body failed validation: body.filter.value should be `"page"` or `"database"`, instead was `"data_source"`.',
  ],
  [
    "the document",
    "2026-03-11",
    "createComment",
    { body: { rich_text: [] } },
    fixOne(
      "body.parent should be defined, instead was `undefined`.",
      "body.discussion_id should be defined, instead was `undefined`.",
    ),
  ],
  [
    "the document",
    "2026-03-11",
    "createComment",
    { body: { parent: { page_id: ID }, rich_text: [{ mention: { user: { id: "x" } } }] } },
    'body failed validation: body.rich_text[0].mention.user.id should be a valid uuid, instead was `"x"`.',
  ],
  [
    "the document",
    "2026-03-11",
    "createFileUpload",
    { body: { mode: "external_url", filename: "a.png", external_url: "http://a.example/a.png" } },
    'body failed validation: body.external_url should be a valid HTTPS URL, instead was `"http://a.example/a.png"`.',
  ],
  [
    "the document",
    "2026-03-11",
    "createFileUpload",
    { body: { mode: "multi_part", filename: "a.png", number_of_parts: 10001 } },
    "body failed validation: body.number_of_parts should be ≤ `10000`, instead was `10001`.",
  ],
  [
    "the document",
    "2026-03-11",
    "oauthToken",
    { body: { grant_type: "password" } },
    'body failed validation: body.grant_type should be `"authorization_code"` or `"refresh_token"`, instead was `"password"`.',
  ],
];
