import type { Command } from '../src/command.ts';
import { acerca } from './acerca.ts';
import { ayuda } from './ayuda.ts';
import { eda } from './eda.ts';
import { getActor } from './get-actor.ts';
import { getDirector } from './get-director.ts';
import { pelicula } from './pelicula.ts';
import { peliculasDia } from './peliculas-dia.ts';
import { peliculasMes } from './peliculas-mes.ts';
import { recomendacion } from './recomendacion.ts';
import { scoreTitulo } from './score-titulo.ts';
import { votosTitulo } from './votos-titulo.ts';

const answering: Command[] = [
  pelicula,
  recomendacion,
  scoreTitulo,
  votosTitulo,
  getActor,
  getDirector,
  peliculasMes,
  peliculasDia,
  eda,
  acerca,
];

/** Every slash command of the bot. */
export const commands: readonly Command[] = [...answering, ayuda(answering)];
