// On a page that somebody is signed in to: asks the client at once whether it is still the same person, and renews the session well before it ends.
import { Teams, signIn } from './teams.js';
import { session } from './wire.js';

const teams = Teams.around();
const person = document.querySelector('[data-person]')?.dataset.person;
let renewing = null;
let timer = 0;

history.replaceState(null, '');
if (teams) {
  session.renew = () => renewing ??= renew().catch(() => false).finally(() => { renewing = null; });
  session.renew();
}

/** True when the session is open and still the page's person's. */
async function renew() {
  const answer = await signIn(teams, true);
  if (answer.status === 403) { location.reload(); return false; }
  if (!answer.ok) return false;
  const signedIn = await answer.json();
  if (person && signedIn.person !== person) { location.reload(); return false; }
  clearTimeout(timer);
  timer = setTimeout(session.renew, signedIn.seconds * 1000 * 2 / 3);
  return true;
}
