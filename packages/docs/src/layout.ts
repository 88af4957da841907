import { escapeHtml } from "./html.ts";

/** The look of the pages that are not Redoc's. Nothing is loaded; light and dark follow the system. */
const STYLE = `
:root {
  color-scheme: light dark;
  --page: light-dark(#fbfbfa, #191918);
  --card: light-dark(#fff, #21211f);
  --line: light-dark(#e6e5e2, #363633);
  --text: light-dark(#2b2a27, #e4e3df);
  --quiet: light-dark(#77756f, #9b9993);
  --accent: light-dark(#0b6e99, #6fb9d9);
  --shade: light-dark(#f0efed, #2f2f2c);
  --green: light-dark(#3b7650, #8fc7a0);
  --purple: light-dark(#7a4fa3, #c3a2e6);
  --orange: light-dark(#a35c12, #e3ac70);
}
* { box-sizing: border-box }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 16px/1.55 ui-sans-serif, system-ui, -apple-system, "Segoe UI", sans-serif;
}
.column { max-width: 60rem; margin: 0 auto; padding: 4.5rem 1.5rem 3rem }
h1 { margin: 0; font-size: 2.25rem; line-height: 1.2; letter-spacing: -.025em }
h2 { margin: 3rem 0 1rem; font-size: 1.25rem; letter-spacing: -.01em }
h3 { margin: 0; font-size: 1.125rem; font-variant-numeric: tabular-nums }
p { margin: .75rem 0; text-wrap: pretty }
a { color: var(--accent); text-decoration: none }
a:hover { text-decoration: underline }
.lead { max-width: 42rem; font-size: 1.125rem; color: var(--quiet) }
code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: .875em }
code { overflow-wrap: anywhere }
pre code { font-size: inherit; overflow-wrap: normal }
td code { overflow-wrap: normal }
p code, td code, li code { padding: .1em .35em; border-radius: 4px; background: var(--shade) }
pre { margin: 0; padding: 1rem 1.25rem; overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 10px; line-height: 1.6 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.5rem; margin: 0 0 1rem }
dt { color: var(--quiet) }
dd { margin: 0 }
.links { display: flex; flex-wrap: wrap; gap: .15rem 1.25rem }
article { margin: 1rem 0; padding: 1.25rem 1.5rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .35rem 1.25rem }
header nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem }
@media (min-width: 44rem) { header nav { margin-left: auto } }
.note { color: var(--quiet); font-size: .875rem }
.wide { overflow-x: auto; margin: 1rem 0 0 }
table { width: 100%; border-collapse: collapse; font-size: .875rem }
th { font-weight: 600; color: var(--quiet) }
th, td { padding: .5rem .75rem .5rem 0; border-top: 1px solid var(--line); text-align: left; vertical-align: top }
thead th { border-top: 0 }
th::first-letter { text-transform: uppercase }
summary { margin-top: .75rem; color: var(--quiet); cursor: pointer; font-size: .9375rem }
.guides dl { display: block; margin: .5rem 0 0 }
.guides dt { margin-top: .6rem }
.guides dd { color: var(--quiet); font-size: .9375rem; text-wrap: pretty }
.guide { display: grid; max-width: 88rem; margin: 0 auto; padding: 0 1.5rem; gap: 0 3rem }
.guide main { min-width: 0; max-width: 50rem; padding: 2rem 0 4rem }
.guide h1 + p { font-size: 1.125rem; color: var(--quiet) }
.guide h2 { margin-top: 2.5rem }
.guide h2, .guide h3 { scroll-margin-top: 1.5rem }
.guide h3 { margin-top: 2rem }
.guide .guides h2 { margin: 2rem 0 0 }
.guide main ul, .guide main ol { padding-left: 1.25rem }
.guide li { margin: .3rem 0 }
.guide pre { margin: 1.25rem 0; padding: .9rem 1.1rem; font-size: .8125rem }
.guide .wide { margin: 1.25rem 0 }
a code { color: inherit }
.anchor { padding-left: .25rem; color: var(--quiet); font-weight: 400; opacity: 0 }
:is(h2, h3):hover .anchor, .anchor:focus { opacity: 1; text-decoration: none }
.side { font-size: .9375rem }
.side p { display: flex; gap: .9rem; margin: 1.5rem 0 0; white-space: nowrap }
.side b { color: var(--text) }
.side h2, .contents h2 { margin: 1.5rem 0 .35rem; font-size: .8125rem; font-weight: 600; letter-spacing: 0; color: var(--quiet) }
.side ul, .contents ul { list-style: none; margin: 0; padding: 0 }
.side li, .contents li { margin: 0 }
.side li a { display: block; margin: 0 -.6rem; padding: .22rem .6rem; border-radius: 6px; color: var(--text) }
.side li a:hover { background: var(--shade); text-decoration: none }
.side [aria-current] { background: var(--shade); font-weight: 600 }
.contents { display: none; font-size: .875rem }
.contents a { display: block; padding: .2rem 0; color: var(--quiet) }
.neighbours { display: flex; justify-content: space-between; gap: 1.5rem; margin-top: 3.5rem; padding-top: 1.25rem; border-top: 1px solid var(--line) }
.neighbours span { display: block; color: var(--quiet); font-size: .8125rem }
.neighbours [rel=next] { margin-left: auto; text-align: right }
@media (min-width: 56rem) {
  .guide { grid-template-columns: 15rem minmax(0, 1fr) }
  .guide main { padding-top: 4rem }
  .side { position: sticky; top: 0; max-height: 100vh; overflow: hidden auto; padding: 2.5rem .6rem 2rem; scrollbar-width: thin }
}
@media (min-width: 80rem) {
  .guide { grid-template-columns: 15rem minmax(0, 50rem) 1fr }
  .contents { display: block; position: sticky; top: 0; align-self: start; padding: 3.4rem 0 2rem }
}
/* The list of guides can be folded where the page is narrow, and is open where it is wide. */
@supports selector(::details-content) {
  @media (min-width: 56rem) {
    .side summary { display: none }
    .side details::details-content { content-visibility: visible; display: block }
  }
}
.t-name { color: var(--accent) }
.t-string { color: var(--green) }
.t-value { color: var(--orange) }
.t-keyword { color: var(--purple) }
.t-comment { color: var(--quiet) }
footer { margin-top: 3rem; padding-top: 1.25rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .875rem }
`;

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%231f1f1d'/%3E%3Cpath d='M10 23V9l12 14V9' fill='none' stroke='%23fff' stroke-width='3' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E";

/**
 * A whole page around its content.
 *
 * @param kind A column of text; or a page, whose content has its own `main`.
 */
export const layout = (title: string, content: string, kind: "column" | "page" = "column"): string =>
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<link rel="icon" href="${ICON}">
<style>${STYLE}</style>
</head>
<body>
${kind === "column" ? `<main class="column">\n${content}\n</main>` : content}
</body>
</html>
`;
