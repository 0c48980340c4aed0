// On the page of a 401: signs in where a client is around us and opens the same page again; elsewhere the page says where to go.
import { Teams, signIn } from './teams.js';

const parts = [...document.querySelectorAll('[data-when]')];
const show = when => { for (const part of parts) part.hidden = part.dataset.when !== when; };
const teams = Teams.around();

document.querySelector('[data-do=again]').addEventListener('click', () => run());
if (teams) run();

async function run() {
  show('busy');
  try {
    const answer = await signIn(teams, false);
    if (answer.ok) {
      // Signed in a moment ago and here again: the browser did not keep the session. It may keep the stores from us too, but not the page's own history.
      if (history.state?.signedIn) { show('cookies'); return; }
      history.replaceState({ signedIn: true }, '');
      location.reload();
      return;
    }
    if (answer.status === 403) {
      parts.find(p => p.dataset.when === 'refused').textContent = await answer.text();
      show('refused');
      return;
    }
  } catch { /* What failed says nothing to the person; that it failed does. */ }
  show('failed');
}
