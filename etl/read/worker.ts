import { work } from '../work.ts';
import { parseBlock } from './parse-block.ts';

work(parseBlock);
