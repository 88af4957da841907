import { describe } from "vitest";
import { cases } from "../fixture.ts";

describe("joining with +", () => {
  cases([
    ['"a" + "b"', "ab"],
    ['"a" + 1', "a1"],
    ['1 + "a"', "1a"],
    ['"(" + 50 + ")%"', "(50)%"],
    ['1 + 2 + "a"', "3a"],
    ['"a" + true', "atrue"],
    ['"x" + empty()', "x"],
    ['prop("Blank") + prop("Blank")', ""],
    ['prop("Blank") + 5', "5"],
    ['"at " + prop("Roasted")', "at March 9, 2024"],
    ['"by " + prop("Author")', "by Ada"],
    ['"a" + [1, 2]', "a1,2"],
    ['prop("Name") + "!"', "Guji Natural!"],
    ['"a\\nb"', "a\nb"],
    ['"say \\"hi\\""', 'say "hi"'],
    ['"back\\\\slash"', "back\\slash"],
    ['"🦊" + "é"', "🦊é"],
  ]);
});

describe("length", () => {
  cases([
    ['length("hello")', 5],
    ['length("")', 0],
    ["length([1, 2, 3])", 3],
    ["length([])", 0],
    ["length([1, empty(), 2])", 3],
    ["length(if(false, [1], empty()))", 0],
    ['length(prop("Blank"))', 0],
    ['length("é")', 1],
    ['length("🦊")', 2],
    ["length(1234)", 4],
    ['"abc".length()', 3],
    ['"abc".length', 3],
    ['[test("abc", "[")].length()', null],
    ["length()", "type: length takes 1 argument, not 0."],
    ['length(prop("Author"))', "type: length takes text or a list as its value, not person."],
  ]);
});

describe("substring, contains", () => {
  cases([
    ['substring("Notion", 0, 3)', "Not"],
    ['substring("Notion", 3)', "ion"],
    ['substring("Notion", 3, 100)', "ion"],
    ['substring("Notion", -2, 3)', "Not"],
    ['substring("Notion", 3, 0)', "Not"],
    ['substring("Notion", 2, 2)', ""],
    ["substring(12345, 1, 3)", "23"],
    ['substring(prop("Blank"), 1)', null],
    ['"Notion".substring(1, 2)', "o"],
    ['substring("Notion", "1")', "type: substring takes number as its start, not text."],
    ['contains("Notion", "ot")', true],
    ['contains("Notion", "OT")', false],
    ['contains("Notion", "")', true],
    ['contains("1.5", ".")', true],
    ['contains("125", ".")', false],
    ["contains(1234, 23)", true],
    ['contains(prop("Blank"), "a")', false],
    ['prop("Notes").contains("Peach")', true],
    ['contains(["a"], "a")', "type: contains takes text as its text, not list of text."],
  ]);
});

describe("test, match", () => {
  cases([
    ['test("Notion", "Not")', true],
    ['test("Notion", "\\\\d")', false],
    ['test("Notion 1", "\\d")', true],
    ['test("Notion", "^N.*n$")', true],
    ['test("a\\nb", "a.b")', false],
    ['test("Notion", "(?i)NOT")', true],
    ['test("", "")', true],
    ['test("abc", "[")', null],
    ['test("abc", "(?=a)")', null],
    ['test("aa", "(a)\\\\1")', null],
    ['test(123, "2")', true],
    ['test(prop("Blank"), "a")', null],
    ['match("Notion Notion", "Not")', "Not,Not"],
    ['match("Notion 123 Notion 456", "\\\\d+")', "123,456"],
    ['match("abc", "x")', null],
    ['match("abc", "x").length()', 0],
    ['match("aXbX", "[a-z]").at(1)', "b"],
    ['match("äöü", "\\\\p{L}").length()', 3],
    ['match("🦊🐻", ".").length()', 2],
    ['match("aaa", "a*?").length()', 4],
  ]);
});

describe("replace, replaceAll", () => {
  cases([
    ['replace("Notion Notion", "N", "M")', "Motion Notion"],
    ['replaceAll("Notion Notion", "N", "M")', "Motion Motion"],
    ['replaceAll("Notion 123", "\\\\d", "")', "Notion "],
    ['replaceAll("a.b.c", ".", "-")', "-----"],
    ['replaceAll("a.b.c", "\\\\.", "-")', "a-b-c"],
    ['replace("Pogo", "Po", "Dog")', "Doggo"],
    ['replace("Ada Lovelace", "(\\\\w+) (\\\\w+)", "$2, $1")', "Lovelace, Ada"],
    ['replaceAll("abc", "b", "[$&]")', "a[b]c"],
    ['replaceAll("abc", "b", "$$")', "a$c"],
    ['replaceAll("abc", "b", "$1")', "a$1c"],
    ['replaceAll("abc", "(x)?b", "<$1>")', "a<>c"],
    ['replaceAll("abc", "", "-")', "-a-b-c-"],
    ['replace("abc", "", "-")', "-abc"],
    ['replace("abc", "z", "-")', "abc"],
    ['replaceAll(12121, 1, "x")', "x2x2x"],
    ['replaceAll("🦊a🦊", "🦊", "b")', "bab"],
    ['replace("abc", "(", "-")', null],
    ['"a b".replaceAll(" ", "_")', "a_b"],
    ['replace("a", "b")', "type: replace takes 3 arguments, not 2."],
  ]);
});

describe("case and space", () => {
  cases([
    ['lower("NOTION")', "notion"],
    ['upper("notion")', "NOTION"],
    ['upper("straße")', "STRASSE"],
    ['lower("ÀÉ")', "àé"],
    ['upper(prop("Blank"))', null],
    ['prop("Flavours").map(current.upper())', "PEACH,JASMINE"],
    ['trim(" notion  ")', "notion"],
    ['trim("\\t\\na ")', "a"],
    ['trim("")', ""],
  ]);
});

describe("repeat and padding", () => {
  cases([
    ['repeat("0", 4)', "0000"],
    ['repeat("ab", 0)', ""],
    ['repeat("ab", -1.9)', ""],
    ['repeat("ab", 0.1)', "ab"],
    ['repeat("ab", 1.1)', "abab"],
    ['repeat("ab", 2.9)', "ababab"],
    ['length(repeat("ab", 9999))', 19998],
    ['length(repeat("ab", 10000))', 20000],
    ['length(repeat("ab", 10001))', 20000],
    ['length(repeat("abc", 1000001))', 30000],
    ['repeat("", 3)', ""],
    ['repeat("ab", prop("Stock"))', null],
    ['repeat("ab", 1 / 0)', null],
    ['repeat("ab", empty())', "type: repeat takes number as its times, not empty."],
    ['padStart("7", 3, "0")', "007"],
    ["padStart(7, 3, 0)", "007"],
    ['padStart("7", 3)', "  7"],
    ['padStart("1234", 3, "0")', "1234"],
    ['padEnd("7", 3, "-")', "7--"],
    ['padEnd("7", 3)', "7  "],
    ['padEnd("7", 5, "ab")', "7abab"],
    ['padStart("7", 3, "")', "7"],
  ]);
});

describe("split, join", () => {
  cases([
    ['split("apple,pear,orange", ",")', "apple,pear,orange"],
    ['split("apple,pear", ",").at(1)', "pear"],
    ['split("One Two Three").length()', 3],
    ['split("a.b", ".").at(0)', "a"],
    ['split("abc", "").length()', 3],
    ['split("", ",").length()', 1],
    ["split(13214215, 2)", "13,14,15"],
    ['split(prop("Blank"), ",")', null],
    ['"1,2".split(",").map(toNumber(current)).sum()', 3],
    ['join(["a", "b", "c"], ", ")', "a, b, c"],
    ["join([1, 2, 3], 0)", "10203"],
    ['join([1, empty(), 2], ",")', "1,,2"],
    ['join([1, prop("Stock"), 2], ",")', "1,,2"],
    ['join([], ",")', ""],
    ['join([empty(), empty()], ",")', ","],
    ['join([[1, 2], [3]], "|")', "1,2|3"],
    ['join([true, 1, "a"], " ")', "true 1 a"],
    ['[1].map(test("abc", "[")).join(",")', ""],
    ['if(false, [], empty()).join(",")', null],
    ['prop("Flavours").join(" & ")', "Peach & Jasmine"],
    ['prop("Owners").join(", ")', "Ada, Grace"],
    ['join(empty(), ",")', "type: join takes a list as its list, not empty."],
    ['join("a", ",")', "type: join takes a list as its list, not text."],
  ]);
});

describe("link, style, unstyle", () => {
  cases([
    ['link("Notion", "https://notion.com")', "Notion"],
    ['"Shop".link(prop("Shop"))', "Shop"],
    ['style("Notion", "b", "u")', "Notion"],
    ['style("Notion", "blue", "gray_background")', "Notion"],
    ['"Done".style("c", "green") + "!"', "Done!"],
    ['unstyle("Text")', "Text"],
    ['unstyle(style("Text", "b"), "b")', "Text"],
    ['style(prop("Blank"), "b")', null],
    ['style("a", "b").length()', 1],
  ]);
});
