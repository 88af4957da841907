import { describe } from "vitest";
import { cases } from "../fixture.ts";

/** Longer formulas, of the kinds that people share. */
describe("behaviour", () => {
  cases([
    [
      `if(prop("Status") == "Published", style("✓ Published", "green", "green_background"),
        if(prop("Roasted") == today(), ("Due Today").style("b", "yellow"),
          if((dateBetween(now(), prop("Roasted"), "days") * -1) < 0, style("OVERDUE", "red", "b"),
            (dateBetween(now(), prop("Roasted"), "days") * -1 + " Days left").style("b"))))`,
      "Due Today",
    ],
    [
      `lets(
        values, prop("Blends").map(current.prop("Price")).filter(!current.empty() || current == 0),
        values.sum() / values.length()
      )`,
      10.75,
    ],
    [
      `lets(
        done, prop("Bags") / 10,
        /* Ten signs, whatever the share. */
        substring("●●●●●●●●●●", 0, round(done * 10)) + substring("○○○○○○○○○○", 0, 10 - round(done * 10))
          + " " + round(done * 100) + "%"
      )`,
      "●●●○○○○○○○ 30%",
    ],
    ['round(prop("Price") / prop("Bags") * 100) / 100', 6.17],
    ['dateBetween(prop("Opened"), prop("Roasted"), "hours") + " hours"', "16 hours"],
    ['prop("Blends").map(current.prop("Roasted")).sort().last()', "2024-03-09"],
    [
      'prop("Blends").filter(not empty(current.prop("Roasted"))).sort(current.prop("Price")).last().prop("Name")',
      "House",
    ],
    ['"Lot 12 of 40".match("\\d+").map(toNumber(current)).max()', 40],
    [
      'prop("Owners").map(current.name() + " <" + current.email() + ">").join("; ")',
      "Ada <ada@example.com>; Grace <>",
    ],
    ['if(prop("Sale").dateStart() <= today() and today() <= prop("Sale").dateEnd(), "on", "off")', "on"],
    ['ifs(prop("Price") > 20, "dear", prop("Price") > 15, "fair", "cheap")', "fair"],
    ['["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].at(prop("Roasted").day() - 1)', "Sat"],
    [
      'let(next, prop("Roasted").dateAdd(8 - prop("Roasted").day(), "days"), next.formatDate("ddd D MMM"))',
      "Mon 11 Mar",
    ],
    [
      'prop("Notes").split(", ").map(substring(current, 0, 1).upper() + substring(current, 1)).join(" / ")',
      "Peach / Jasmine",
    ],
    [
      '[prop("Process"), prop("Grade"), prop("Status")].filter(not empty(current)).join(" · ")',
      "Washed · Roasting",
    ],
    ['padStart(format(hour(now())), 2, "0") + ":" + padStart(format(minute(now())), 2, "0")', "17:35"],
    [
      'prop("Flavours").map(current + ": " + prop("Blends").count(current.prop("Flavours").includes("Peach"))).join(", ")',
      "Peach: 2, Jasmine: 2",
    ],
    ['dateBetween(now(), parseDate("1990-03-10"), "years") + " years old"', "33 years old"],
  ]);
});
