import { describe } from "vitest";
import { cases } from "../fixture.ts";

describe("lists themselves, as the API shows them", () => {
  cases([
    ["[1, 2, 3]", "1,2,3"],
    ["[]", null],
    ["[empty()]", null],
    ["[1, empty()]", "1"],
    ["[1, empty(), 2]", "1,2"],
    ['[1, ""]', "1,"],
    ['["", 1]', ",1"],
    ["[[1, 2], [3, 4]]", "1,2,3,4"],
    ["[[[1, 2]], 3]", "1,2,3"],
    ["[[[]]]", null],
    ["[[1, empty(), 2]]", "1,2"],
    ["[[empty()], 1]", "1"],
    ['[[""], 1]', ",1"],
    ["[[0], [false]]", "0,false"],
    ["[now()]", "March 9, 2024 17:35"],
    ['prop("Flavours")', "Peach,Jasmine"],
    ['prop("Labels")', null],
  ]);
});

describe("one item", () => {
  cases([
    ["at([1, 2, 3], 1)", 2],
    ["at([1, 2, 3], 9)", null],
    ["at([1, 2, 3], -1)", 3],
    ["at([1, 2, 3], 1.9)", 2],
    ["[1, 2].at(0)", 1],
    ["empty(at([1, empty(), 2], 1))", true],
    ["first([1, 2, 3])", 1],
    ["last([1, 2, 3])", 3],
    ["first(filter([1], current > 1))", null],
    ["first([])", null],
    ['prop("Labels").first()', null],
    ['prop("Flavours").last()', "Jasmine"],
    ['at("abc", 0)', "type: at takes a list as its list, not text."],
  ]);
});

describe("parts of lists", () => {
  cases([
    ["slice([1, 2, 3], 1, 2)", "2"],
    ['slice(["a", "b", "c"], 1)', "b,c"],
    ["slice([1, 2, 3], -1)", "3"],
    ["slice([1, 2, 3], 5)", null],
    ['splice(["a", "b", "c"], 1, 1, "x", "y")', "a,x,y,c"],
    ["splice([1, 2, 3], 0, 2)", "3"],
    ["splice([1, 2, 3], -1, 1)", "1,2"],
    ["splice([1, 3], 1, 0, 2)", "1,2,3"],
    ["concat([1, 2], [3, 4])", "1,2,3,4"],
    ["concat([1], [], [2])", "1,2"],
    ['[1].concat(["a"])', "1,a"],
    ["concat([1], if(false, [1], empty()), [2])", "1,2"],
    ['concat("a", "b")', "type: concat takes a list as its list, not text."],
    ["flat([1, 2, 3])", "1,2,3"],
    ["flat([[1, 2], [3, 4]])", "1,2,3,4"],
    ["flat([[1, 2], 3]).sum()", 6],
    ["length(flat([[[1, 2]], [3]]))", 2],
    ["length(flat([1, empty(), 2]))", 3],
    ["length(flat([[1, empty()], [2]]))", 3],
    ["length(flat([[empty()], []]))", 1],
    ["length(flat([[[]]]))", 1],
    ["length(flat([[]]))", 0],
    ["length(flat([if(false, [1], empty())]))", 1],
    ['join(map(flat([[[]]]), length(current)), "|")', "0"],
  ]);
});

describe("sort, reverse, unique", () => {
  cases([
    ["sort([3, 1, 2])", "1,2,3"],
    ["sort([10, 9, 1])", "1,9,10"],
    ['sort(["b", "a", "C"])', "C,a,b"],
    ["sort([2, empty(), 1]).length()", 2],
    ["sort([1, empty(), 0, -1, empty()])", "-1,0,1"],
    ["length(sort([empty(), empty()]))", 0],
    ["sort([true, false])", "false,true"],
    ["sort([3, 1, 2], -current)", "3,2,1"],
    ['sort(["ccc", "a", "bb"], current.length())', "a,bb,ccc"],
    ["sort([3, 1, 2], index)", "3,1,2"],
    ["sort([1, 2, 3], 0)", "1,2,3"],
    ['sort([parseDate("2024-02-01"), parseDate("2024-01-01")]).first()', "2024-01-01"],
    ['prop("Blends").sort(current.prop("Price")).map(current.prop("Name"))', "Decaf,House"],
    ["reverse([1, 2, 3])", "3,2,1"],
    ['reverse(["green", "eggs", "ham"])', "ham,eggs,green"],
    ["sort([1, 2]).reverse().first()", 2],
    ["unique([1, 1, 2])", "1,2"],
    ["unique([2, 1, 2, 1])", "2,1"],
    ['length(unique([prop("Stock"), 0]))', 2],
    ['length(unique([prop("Blank"), ""]))', 2],
    ['length(unique([1, "1"]))', 2],
    ["length(unique([[1], [1], [2]]))", 2],
    ['unique([prop("Author"), prop("Editor"), prop("Author")])', "Ada,Grace"],
  ]);
});

describe("includes, count", () => {
  cases([
    ['includes(["a", "b", "c"], "b")', true],
    ['includes(["a", "b", "c"], "z")', false],
    ["includes([1], 1)", true],
    ['includes(["1"], 1)', false],
    ["includes([1, empty()], empty())", true],
    ["includes([[1]], [1])", true],
    ['prop("Flavours").includes("Peach")', true],
    ['prop("Flavours").includes("peach")', false],
    ['prop("Owners").includes(prop("Author"))', true],
    ['prop("Labels").includes("a")', false],
    ["count([1, 2, 3])", 3],
    ["count([1, 2, 3], current > 1)", 2],
    ['prop("Flavours").count(current.contains("a"))', 2],
    ["count([])", 0],
  ]);
});

describe("over items", () => {
  cases([
    ['find(["a", "b", "c"], current == "b")', "b"],
    ["find([1, 2, 3], current > 100)", null],
    ["findIndex([1, 2, 3], current > 1)", 1],
    ["findIndex([1, 2, 3], current > 100)", -1],
    ["filter([1, 2, 3], current > 1)", "2,3"],
    ["filter([1, 2, 3], index > 0)", "2,3"],
    ["filter([0, 1, empty(), 2], current)", "1,2"],
    ["filter([], true).length()", 0],
    ["some([1, 2, 3], current == 2)", true],
    ["some([], true)", false],
    ['some(["a", "b", "c"], current.length > 2)', false],
    ["every([1, 2, 3], current > 0)", true],
    ["every([], false)", true],
    ['every(["a", "b", "c"], current == "b")', false],
    ["map([1, 2, 3], current + 1)", "2,3,4"],
    ["map([1, 2, 3], current + index)", "1,3,5"],
    ["map([1, 2, 3], 0)", "0,0,0"],
    ["map([1, 2], [3, 4].map(current * 10)).length()", 2],
    ["[[1, 2], [3]].map(current.sum())", "3,3"],
    ["[[1, 2], [3]].map(current.map(current + index)).flat()", "1,3,3"],
    ["[1, 2].map(let(outer, current, [10, 20].map(current + outer)).sum())", "32,34"],
    ['join(map([1, empty(), 2], index), ",")', "0,1,2"],
    ['join(map([1, 2, 3], if(current == 2, empty(), current)), ",")', "1,,3"],
    ["length(map([1, 2, 3], if(current == 2, empty(), current)))", 3],
    ['[1].map(test("abc", "[")).length()', 1],
    ['["a", "[", "b"].map(test("b", current)).filter(current).length()', 1],
    ["if(false, [], empty()).map(current)", null],
    ["if(false, [], empty()).map(current).length()", null],
    ["[[], empty()].map(current.map(current)).length()", 2],
    ["[[], empty()].map(current.map(current)).flat().length()", 1],
    ["empty().map(current)", "type: map takes a list as its list, not empty."],
    ["[empty()].map(current.map(current))", "type: map takes a list as its list, not empty."],
    ["current", "type: current is only known inside functions like map and filter."],
    ["[1].map(current) + index", "type: index is only known inside functions like map and filter."],
    ["map([1])", "type: map takes 2 arguments, not 1."],
    ['[1, 2].map(current.upper()).join("")', "12"],
    ['["a"].map(current * 2)', "type: * takes numbers, not text."],
  ]);
});
