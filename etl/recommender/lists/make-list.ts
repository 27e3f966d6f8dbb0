import type { Content } from '../features/content.ts';
import type { FilmRow } from '../features/films.ts';
import type { People } from '../features/people.ts';
import { createModel } from '../model/model.ts';
import type { Scored } from '../top.ts';
import { applyListRules } from './list-rules.ts';
import { createReasons } from './reasons.ts';

/** The factors of a score if the only reasons are taste and two genres that make a kind of film, or not even these. */
const ONLY_KIND = 0.9;
const ONLY_GENRE = 0.75;

/** The input of a list: the films, their content features, and the features that are reasons. */
export interface ListData {
  films: readonly FilmRow[];
  content: Content;
  shared: Content;
}

/** A recommended film with the codes of its reasons. */
export interface Pick extends Scored {
  codes: readonly string[];
}

/**
 * Makes the lists that are stored. A film counts less if it shares nothing that has a name: without such a reason, readers mostly found
 * picks odd.
 */
export function createLists({ films, content, shared }: ListData, people?: People) {
  const model = createModel(content, films, people);
  const reasons = createReasons(shared, model.taste);
  return {
    model,
    /** The reasons of films recommended for one. */
    explain(film: number, picks: readonly number[]): string[][] {
      model.taste?.focus(film);
      return reasons(film, picks);
    },
    /** The list for one film, best first. `cold` ignores its ratings. */
    list(film: number, options?: { cold?: boolean }): Pick[] {
      const ranked = model.rank(film, options);
      const codes = reasons(
        film,
        ranked.map((one) => one.film),
      );
      const picks = ranked.map((one, at) => {
        const own = codes[at] ?? [];
        return { film: one.film, score: one.score * factorOf(own), codes: own };
      });
      return applyListRules(
        film,
        picks.sort((a, b) => b.score - a.score || a.film - b.film),
        films,
      );
    },
    /** The score of `b` in the list of `a`. */
    score(a: number, b: number): number {
      const score = model.score(a, b);
      return score * factorOf(reasons(a, [b])[0] ?? []);
    },
  };
}

function factorOf(codes: readonly string[]): number {
  if (codes.some((code) => !/^[pgx]/u.test(code))) return 1;
  return codes.some((code) => code.startsWith('x')) ? ONLY_KIND : ONLY_GENRE;
}
