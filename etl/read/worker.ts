import { serveTasks } from '../pool.ts';
import { parseBlock } from './parse-block.ts';

serveTasks(parseBlock);
