import './page.css';
import { startPage } from './start-page.ts';
import { dress } from './theme.ts';

dress();
startPage(window);
