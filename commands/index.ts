import type { Command } from '../src/command/command.ts';
import { acerca } from './acerca.ts';
import { ajustes } from './ajustes.ts';
import { ayuda } from './ayuda.ts';
import { azar, sorpresa } from './azar.ts';
import { bacon } from './bacon.ts';
import { buscar } from './buscar.ts';
import { conexion } from './conexion.ts';
import { conexionPeliculas } from './conexion-peliculas.ts';
import { descubrir, descubrirMas } from './descubrir.ts';
import { duracion } from './duracion.ts';
import { eda } from './eda.ts';
import { efemerides } from './efemerides.ts';
import { franquicia } from './franquicia.ts';
import { getActor } from './get-actor.ts';
import { getDirector } from './get-director.ts';
import { idioma } from './idioma.ts';
import { misDatos, misDatosSiguen } from './mis-datos.ts';
import { pais } from './pais.ts';
import { pelicula } from './pelicula.ts';
import { peliculasDia } from './peliculas-dia.ts';
import { peliculasMes } from './peliculas-mes.ts';
import { productora } from './productora.ts';
import { recarga, recargar } from './recargar.ts';
import { recomendacion, recomendacionDeVarias } from './recomendacion.ts';
import { scoreTitulo } from './score-titulo.ts';
import { triviaButtons } from './trivia/buttons.ts';
import { trivia } from './trivia/trivia.ts';
import { versus } from './versus/versus.ts';
import { votosTitulo } from './votos-titulo.ts';

const listed: Command[] = [
  pelicula,
  recomendacion,
  buscar,
  descubrir,
  azar,
  scoreTitulo,
  votosTitulo,
  getActor,
  getDirector,
  conexion,
  conexionPeliculas,
  bacon,
  peliculasMes,
  peliculasDia,
  efemerides,
  duracion,
  franquicia,
  productora,
  pais,
  idioma,
  versus,
  eda,
  trivia,
  ajustes,
  misDatos,
  acerca,
];

/** Every slash command. */
export const commands: readonly Command[] = [...listed, ayuda([...listed, recargar]), recargar];

/** Every slash command, and the commands that only the bot's own buttons call. */
export const allCalls: readonly Command[] = [
  ...commands,
  recomendacionDeVarias,
  descubrirMas,
  sorpresa,
  ...triviaButtons,
  misDatosSiguen,
  recarga,
];
