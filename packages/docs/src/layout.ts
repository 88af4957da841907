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
}
* { box-sizing: border-box }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 16px/1.55 ui-sans-serif, system-ui, -apple-system, "Segoe UI", sans-serif;
}
main { max-width: 60rem; margin: 0 auto; padding: 4.5rem 1.5rem 3rem }
h1 { margin: 0; font-size: 2.25rem; line-height: 1.2; letter-spacing: -.025em }
h2 { margin: 3rem 0 1rem; font-size: 1.25rem; letter-spacing: -.01em }
h3 { margin: 0; font-size: 1.125rem; font-variant-numeric: tabular-nums }
p { margin: .75rem 0; text-wrap: pretty }
a { color: var(--accent); text-decoration: none }
a:hover { text-decoration: underline }
.lead { max-width: 42rem; font-size: 1.125rem; color: var(--quiet) }
code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: .875em }
code { overflow-wrap: anywhere }
p code, td code, li code { padding: .1em .35em; border-radius: 4px; background: light-dark(#f0efed, #2f2f2c) }
pre { margin: 0; padding: 1rem 1.25rem; overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 10px; line-height: 1.6 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.5rem; margin: 0 0 1rem }
dt { color: var(--quiet) }
dd { margin: 0 }
article { margin: 1rem 0; padding: 1.25rem 1.5rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .35rem 1.25rem }
header nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem }
@media (min-width: 44rem) { header nav { margin-left: auto } }
.note { color: var(--quiet); font-size: .875rem }
.wide { overflow-x: auto; margin: 1rem 0 0 }
table { width: 100%; min-width: 38rem; border-collapse: collapse; font-size: .875rem }
th { font-weight: 600; color: var(--quiet) }
th, td { padding: .5rem .75rem .5rem 0; border-top: 1px solid var(--line); text-align: left; vertical-align: top }
thead th { border-top: 0 }
th::first-letter { text-transform: uppercase }
summary { margin-top: .75rem; color: var(--quiet); cursor: pointer; font-size: .9375rem }
footer { margin-top: 3rem; padding-top: 1.25rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .875rem }
`;

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%231f1f1d'/%3E%3Cpath d='M10 23V9l12 14V9' fill='none' stroke='%23fff' stroke-width='3' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E";

/** A whole page around its content. */
export const layout = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="${ICON}">
<style>${STYLE}</style>
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`;
