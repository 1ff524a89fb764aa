import { render } from 'preact';
import { readBusinessWords } from './business-words.ts';
import { DashboardView } from './dashboard-view.tsx';

const root = document.getElementById('dashboard');
if (root !== null) render(<DashboardView business={readBusinessWords()} />, root);
