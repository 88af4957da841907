import { stemmer } from "stemmer";

const WORD = /[\p{L}\p{N}]+/gu;
/** What is written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
/** Made when it is needed first, which takes 15 ms. */
let segmenter: Intl.Segmenter | undefined;

/** How much of a word counts. Indexes of PostgreSQL cannot hold more than 2 700 bytes. */
const LONGEST_WORD = 100;

/**
 * The words of a folded text in their order, the longest ones cut. Search compares their stems: recorded, a search
 * for "Tests" finds "Markdown Text Test", and one for "Page" does not find "SubPage".
 */
export function wordsOf(text: string): string[] {
  const words = UNSPACED.test(text) ? segmented(text) : (text.match(WORD) ?? []);
  return words.map((word) => word.slice(0, LONGEST_WORD));
}

function segmented(text: string): string[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "word" });
  return Array.from(segmenter.segment(text))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

/** What stands for a word in all its forms. English; words of other languages mostly stay as they are. */
export const stemOf = (word: string): string => stemmer(word);

/** The stems of a title, each once. */
export const stemsOf = (title: string): string[] => [...new Set(wordsOf(title).map(stemOf))];
