import type { Language } from '../../../contract/call.ts';
import type { QuestionKind } from '../../../game/question.ts';
import type { QuestionWriter } from '../question-writer.ts';
import { cameFirst } from './came-first.ts';
import { cast } from './cast.ts';
import { castLadder } from './cast-ladder.ts';
import { character } from './character.ts';
import { coStars } from './co-stars.ts';
import { collectionOrder } from './collection-order.ts';
import { directedFilm } from './directed-film.ts';
import { director } from './director.ts';
import { earnedMore } from './earned-more.ts';
import { keywords } from './keywords.ts';
import { oddOneOut } from './odd-one-out.ts';
import { originalLanguage } from './original-language.ts';
import { overview } from './overview.ts';
import { spanishTitle } from './spanish-title.ts';
import { tagline } from './tagline.ts';
import { year } from './year.ts';

/** The writer of each kind. */
export const kinds: Readonly<Record<QuestionKind, QuestionWriter>> = {
  director,
  directed_film: directedFilm,
  cast,
  co_stars: coStars,
  year,
  came_first: cameFirst,
  earned_more: earnedMore,
  cast_ladder: castLadder,
  overview,
  odd_one_out: oddOneOut,
  collection_order: collectionOrder,
  original_language: originalLanguage,
  tagline,
  keywords,
  spanish_title: spanishTitle,
  character,
};

/** The kinds asked by default. Taglines exist only in English, so Spanish games do not ask them. */
export function kindsFor(language: Language): readonly QuestionKind[] {
  const all = Object.keys(kinds) as QuestionKind[];
  return language === 'en' ? all : all.filter((kind) => kind !== 'tagline');
}
