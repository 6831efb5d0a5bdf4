import { listenWhileWaiting } from './erase.ts';
import { watchInPageLinks } from './in-page-links.ts';
import { watchStrip } from './kept-strip.ts';
import { watchLooks } from './looks.ts';
import { watchOffline } from './offline-erase.ts';
import { watchPrivateForms } from './private-forms.ts';
import { watchExit } from './quick-exit.ts';
import { loadTypedLetters } from './typed-letters.ts';

// What works by script alone is not seen before.
document.documentElement.classList.add('is-scripted');
watchExit();
listenWhileWaiting();
watchInPageLinks();
watchPrivateForms();
loadTypedLetters();
watchLooks();
watchStrip();
watchOffline();
