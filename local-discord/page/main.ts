import './page.css';
import { startPage } from './start-page.ts';
import { applyTheme } from './theme.ts';

applyTheme();
startPage(window);
