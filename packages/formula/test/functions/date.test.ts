import { describe } from "vitest";
import { cases } from "../fixture.ts";

const newYork = { timeZone: "America/New_York" };
const berlin = { timeZone: "Europe/Berlin" };
const kolkata = { timeZone: "Asia/Kolkata" };

describe("now, today", () => {
  cases([
    ["now()", "2024-03-09T17:35:00.000+00:00"],
    ["today()", "2024-03-09"],
    ["now() == now()", true],
    ["timestamp(now()) % 60000", 0],
    ["hour(today())", 0],
  ]);
  cases(
    [
      ["now()", "2024-03-09T23:05:00.000+05:30"],
      ["today()", "2024-03-09"],
    ],
    kolkata,
  );
  cases([["today()", "2024-03-10"]], { timeZone: "Asia/Tokyo" });
  cases(
    [
      ["format(now())", "March 9, 2024 12:35"],
      ["today()", "2024-03-09"],
    ],
    newYork,
  );
});

describe("parts of dates", () => {
  cases([
    ['minute(parseDate("2023-07-10T17:35Z"))', 35],
    ['hour(parseDate("2023-07-10T17:35Z"))', 17],
    ['day(parseDate("2023-07-10T17:35Z"))', 1],
    ['day(parseDate("2023-07-09"))', 7],
    ['date(parseDate("2023-07-10T17:35Z"))', 10],
    ['week(parseDate("2023-01-02"))', 1],
    ['week(parseDate("2023-01-01"))', 52],
    ['week(parseDate("2020-12-31"))', 53],
    ['week(parseDate("2003-02-01"))', 5],
    ['parseDate("2023-08-24").week()', 34],
    ['month(parseDate("2023-07-10T17:35Z"))', 7],
    ["year(now())", 2024],
    ['hour(prop("Opened"))', 16],
    ['hour(prop("Roasted"))', 0],
    ['date(prop("Sale"))', 1],
    ['year(prop("Due"))', null],
    ['year("2024")', "type: year takes date as its date, not text."],
  ]);
  cases(
    [
      ['hour(parseDate("2023-07-10T17:35Z"))', 13],
      ['hour(prop("Opened"))', 11],
      ['date(prop("Roasted"))', 9],
    ],
    newYork,
  );
});

describe("dateAdd, dateSubtract", () => {
  cases([
    ['dateAdd(now(), 1, "days")', "2024-03-10T17:35:00.000+00:00"],
    ['dateAdd(now(), 1, "day")', "2024-03-10T17:35:00.000+00:00"],
    ['dateAdd(now(), 2, "months")', "2024-05-09T17:35:00.000+00:00"],
    ['dateAdd(now(), 3, "years")', "2027-03-09T17:35:00.000+00:00"],
    ['dateAdd(now(), 1, "quarters")', "2024-06-09T17:35:00.000+00:00"],
    ['dateAdd(now(), 1, "weeks")', "2024-03-16T17:35:00.000+00:00"],
    ['dateAdd(now(), 90, "minutes")', "2024-03-09T19:05:00.000+00:00"],
    ['dateAdd(now(), 30, "seconds")', "2024-03-09T17:35:30.000+00:00"],
    ['dateAdd(now(), 5, "milliseconds")', "2024-03-09T17:35:00.005+00:00"],
    ['dateAdd(today(), 1, "days")', "2024-03-10"],
    ['dateAdd(today(), 1, "hours")', "2024-03-09T01:00:00.000+00:00"],
    ['dateAdd(today(), 0, "hours")', "2024-03-09"],
    ['dateAdd(parseDate("2023-01-31"), 1, "months")', "2023-02-28"],
    ['dateAdd(parseDate("2024-01-31"), 1, "months")', "2024-02-29"],
    ['dateAdd(parseDate("2024-02-29"), 1, "years")', "2025-02-28"],
    ['dateAdd(prop("Sale"), 1, "days")', "2024-03-02 → 2024-03-16"],
    ['dateAdd(prop("Opened"), 1, "days")', "2024-03-10T18:30:00.000+02:00"],
    ['dateAdd(now(), -1, "days")', "2024-03-08T17:35:00.000+00:00"],
    ['dateAdd(prop("Due"), 1, "days")', null],
    ['dateAdd(now(), prop("Stock"), "days")', null],
    ['dateAdd(now(), 1, "fortnights")', null],
    ['dateAdd(now(), 1, "Days")', null],
    ['dateAdd(now(), 1e12, "years")', null],
    ['dateSubtract(now(), 1, "days")', "2024-03-08T17:35:00.000+00:00"],
    ['dateSubtract(now(), 2, "months")', "2024-01-09T17:35:00.000+00:00"],
    ['dateSubtract(now(), 3, "years")', "2021-03-09T17:35:00.000+00:00"],
    ['dateSubtract(parseDate("2023-05-15"), 1, "quarters")', "2023-02-15"],
    ['today().dateSubtract(1, "week")', "2024-03-02"],
    ['dateAdd("2023-01-01", 1, "days")', "type: dateAdd takes date as its date, not text."],
    ['dateAdd(now(), "1", "days")', "type: dateAdd takes number as its amount, not text."],
  ]);
});

describe("daylight saving", () => {
  cases(
    [
      ['dateAdd(now(), 1, "days")', "2024-03-10T12:35:00.000-04:00"],
      ['dateAdd(now(), 24, "hours")', "2024-03-10T13:35:00.000-04:00"],
      ['dateBetween(dateAdd(now(), 1, "days"), now(), "days")', 1],
      ['dateBetween(dateAdd(now(), 1, "days"), now(), "hours")', 23],
      ['dateAdd(parseDate("2024-03-09T02:30"), 1, "days")', "2024-03-10T03:30:00.000-04:00"],
      ['parseDate("2024-03-10T02:30")', "2024-03-10T03:30:00.000-04:00"],
      ['parseDate("2024-11-03T01:30")', "2024-11-03T01:30:00.000-04:00"],
      ['dateAdd(prop("Roasted"), 1, "days")', "2024-03-10"],
      ['dateAdd(prop("Roasted"), 2, "days")', "2024-03-11"],
    ],
    newYork,
  );
  cases([['dateBetween(parseDate("2024-04-01"), parseDate("2024-03-30"), "days")', 2]], berlin);
});

describe("dateBetween", () => {
  cases([
    ['dateBetween(now(), parseDate("2022-09-07"), "days")', 549],
    ['dateBetween(parseDate("2030-01-01"), now(), "years")', 5],
    ['dateBetween(parseDate("2024-03-16"), now(), "days")', -0 + 6],
    ['now().dateBetween(parseDate("2024-03-16"), "days")', -6],
    ['dateBetween(parseDate("2024-03-31"), parseDate("2024-02-29"), "months")', 1],
    ['dateBetween(parseDate("2024-02-29"), parseDate("2024-01-31"), "months")', 1],
    ['dateBetween(parseDate("2024-02-28"), parseDate("2024-01-31"), "months")', 0],
    ['dateBetween(parseDate("2024-01-01"), parseDate("2023-01-01"), "quarters")', 4],
    ['dateBetween(parseDate("2023-01-15"), parseDate("2023-01-01"), "weeks")', 2],
    ['dateBetween(parseDate("2023-01-01T01:30"), parseDate("2023-01-01"), "minutes")', 90],
    ['dateBetween(parseDate("2023-01-01T00:00:01"), parseDate("2023-01-01"), "seconds")', 1],
    ['dateBetween(parseDate("2023-01-01T00:00:01"), parseDate("2023-01-01"), "milliseconds")', 1000],
    ['dateBetween(parseDate("2023-01-01"), parseDate("2023-01-02T12:00"), "days")', -1],
    ['dateBetween(parseDate("2023-01-01"), parseDate("2023-01-01T12:00"), "days")', 0],
    ['dateBetween(dateStart(prop("Sale")), dateEnd(prop("Sale")), "days")', -14],
    ['dateBetween(prop("Due"), now(), "days")', null],
    ['dateBetween(now(), now(), "moons")', null],
  ]);
});

describe("ranges", () => {
  cases([
    ['dateRange(parseDate("2022-09-07"), parseDate("2023-09-07"))', "2022-09-07 → 2023-09-07"],
    ["dateRange(today(), now())", "2024-03-09T00:00:00.000+00:00 → 2024-03-09T17:35:00.000+00:00"],
    ['dateRange(prop("Sale"), prop("Sale"))', "2024-03-01 → 2024-03-15"],
    ['dateRange(prop("Due"), today())', null],
    ['dateStart(prop("Sale"))', "2024-03-01"],
    ['dateEnd(prop("Sale"))', "2024-03-15"],
    ['dateEnd(prop("Roasted"))', "2024-03-09"],
    ['prop("Sale")', "2024-03-01 → 2024-03-15"],
    ['prop("Sale") == dateRange(parseDate("2024-03-01"), parseDate("2024-03-15"))', true],
    ['prop("Sale") == dateStart(prop("Sale"))', false],
  ]);
});

describe("timestamp, fromTimestamp", () => {
  cases([
    ["timestamp(now())", Date.UTC(2024, 2, 9, 17, 35)],
    ['timestamp(parseDate("1970-01-02"))', 86_400_000],
    ['timestamp(prop("Due"))', null],
    ["fromTimestamp(1689024900000)", "2023-07-10T21:35:00.000+00:00"],
    ["fromTimestamp(1689024945123)", "2023-07-10T21:35:00.000+00:00"],
    ["fromTimestamp(0)", "1970-01-01T00:00:00.000+00:00"],
    ["fromTimestamp(-1)", "1969-12-31T23:59:00.000+00:00"],
    ["fromTimestamp(1e300)", null],
    ['fromTimestamp(toNumber(""))', null],
  ]);
  cases(
    [
      ['timestamp(prop("Roasted"))', Date.UTC(2024, 2, 9, 5)],
      ['timestamp(prop("Opened"))', Date.UTC(2024, 2, 9, 16, 30)],
    ],
    newYork,
  );
});

describe("formatDate", () => {
  cases([
    ['formatDate(now(), "MMMM D, Y")', "March 9, 2024"],
    ['formatDate(now(), "MM/DD/YYYY")', "03/09/2024"],
    ['formatDate(now(), "HH:mm A")', "17:35 PM"],
    ['formatDate(now(), "h:mm a")', "5:35 pm"],
    ['formatDate(now(), "hh")', "05"],
    ['formatDate(now(), "YY M D H m s")', "24 3 9 17 35 0"],
    ['formatDate(now(), "dddd ddd dd d")', "Saturday Sat Sa 6"],
    ['formatDate(now(), "MMM Mo Do")', "Mar 3rd 9th"],
    ['formatDate(parseDate("2024-11-11"), "Do")', "11th"],
    ['formatDate(parseDate("2024-11-22"), "Do")', "22nd"],
    ['formatDate(parseDate("2024-11-01"), "Do")', "1st"],
    ['formatDate(now(), "Q Qo")', "1 1st"],
    ['formatDate(now(), "DDD DDDD")', "69 069"],
    ['formatDate(parseDate("2021-01-03"), "GGGG-WW E")', "2020-53 7"],
    ['formatDate(parseDate("2021-01-03"), "gggg-ww e")', "2021-02 0"],
    ['formatDate(now(), "YWD")', "2024109"],
    ['formatDate(now(), "YYYYMM")', "202403"],
    ['formatDate(now(), "x X")', `${Date.UTC(2024, 2, 9, 17, 35)} ${Date.UTC(2024, 2, 9, 17, 35) / 1000}`],
    ['formatDate(now(), "SSS k")', "000 17"],
    ['formatDate(now(), "Z ZZ")', "+00:00 +0000"],
    ['formatDate(now(), "[Today is] dddd")', "Today is Saturday"],
    ['formatDate(now(), "L LT")', "03/09/2024 5:35 PM"],
    ['formatDate(now(), "LLLL")', "Saturday, March 9, 2024 5:35 PM"],
    ['formatDate(now(), "")', ""],
    ['formatDate(now(), "HH:mm", "Asia/Tokyo")', "02:35"],
    ['formatDate(now(), "HH:mm", "Mars")', null],
    ['formatDate(prop("Due"), "YYYY")', null],
    ['formatDate(fromTimestamp(0), "YYYY-MM-DD")', "1970-01-01"],
    ['formatDate(prop("Sale"), "D")', "1"],
    ['now().formatDate("YYYY")', "2024"],
    ['formatDate("now", "YYYY")', "type: formatDate takes date as its date, not text."],
  ]);
  cases([['formatDate(now(), "D MMM HH:mm Z")', "9 Mar 18:35 +01:00"]], berlin);
});

describe("parseDate", () => {
  cases([
    ['parseDate("2022-01-01")', "2022-01-01"],
    ['parseDate("2022-01-01T00:00Z")', "2022-01-01T00:00:00.000+00:00"],
    ['parseDate("2022-01-01T00:00+02:00")', "2022-01-01T00:00:00.000+02:00"],
    ['parseDate("2022-01-01T10:30")', "2022-01-01T10:30:00.000+00:00"],
    ['parseDate("20151021T1608")', "2015-10-21T16:08:00.000+00:00"],
    ['parseDate("2023-02")', "2023-02-01"],
    ['parseDate("2023")', "2023-01-01"],
    ['parseDate("not-a-date")', null],
    ['parseDate("2023-02-30")', null],
    ['parseDate("")', null],
    ['parseDate("10")', null],
    ['empty(parseDate("soon"))', true],
    ['parseDate(prop("Blank"))', null],
    ['"2024-01-01".parseDate().year()', 2024],
  ]);
  cases(
    [
      ['format(parseDate("2022-01-01T00:00Z"))', "December 31, 2021 19:00"],
      ['parseDate("2022-01-01")', "2022-01-01"],
    ],
    newYork,
  );
});
