import { escapeHtml } from "./html.ts";

/** What each language marks, by the class it gets. The first alternative that fits wins. */
const GRAMMARS: Record<string, Record<string, RegExp>> = {
  json: {
    name: /"(?:[^"\\]|\\.)*"(?=\s*:)/,
    string: /"(?:[^"\\]|\\.)*"/,
    value: /-?\b\d[\d.eE+-]*\b|\b(?:true|false|null)\b/,
  },
  ts: {
    comment: /\/\/[^\n]*|\/\*[\s\S]*?\*\//,
    string: /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/,
    keyword:
      /(?<!\.)\b(?:as|async|await|break|case|const|continue|declare|default|do|else|export|for|from|function|if|import|in|interface|let|new|of|return|satisfies|switch|throw|type|typeof|while|yield)\b(?!\s*:)/,
    value: /\b(?:\d[\d_.]*|true|false|null|undefined)\b/,
  },
  sh: {
    comment: /(?<=^|\s)#[^\n]*/,
    string: /'[^']*'|"(?:[^"\\]|\\.)*"/,
    keyword: /(?<=^|\n|\| )[a-z]+(?= )/,
    name: /(?<=\s)--?[A-Za-z][\w-]*/,
  },
};

/**
 * Marks up a sample. A language that is not known is only escaped.
 *
 * @returns HTML, with a `span` of class `t-name`, `t-string` and so on around what is worth a colour.
 */
export function highlight(code: string, language: string): string {
  const grammar = GRAMMARS[language];
  if (!grammar) return escapeHtml(code);
  const parts = Object.entries(grammar).map(([name, { source }]) => `(?<${name}>${source})`);
  let html = "";
  let end = 0;
  for (const match of code.matchAll(new RegExp(parts.join("|"), "g"))) {
    const [kind] = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined) ?? [];
    html += `${escapeHtml(code.slice(end, match.index))}<span class="t-${kind}">${escapeHtml(match[0])}</span>`;
    end = match.index + match[0].length;
  }
  return html + escapeHtml(code.slice(end));
}
