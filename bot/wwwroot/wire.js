// Requests to our own server. The header and the origin are what the server checks; the key makes a repeat harmless.
export const headers = { 'X-MentorBot': 'page' };

/** Where one signs in, renew() opens the session anew and says whether it is still the same person's. */
export const session = { renew: null };

export async function post(path, body) {
  const send = () => fetch(path, { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const answer = await send();
  return answer.status === 401 && session.renew && await session.renew() ? send() : answer;
}

export const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map(b => b.toString(16).padStart(2, '0')).join('');

export const pause = ms => new Promise(done => setTimeout(done, ms));

/** Resolves after the wait, or as soon as the browser is back online or the page is looked at again. */
export const pauseUnlessBack = ms => new Promise(done => {
  const finish = () => { clearTimeout(timer); removeEventListener('online', finish); removeEventListener('mentorbot:back', finish); done(); };
  const timer = setTimeout(finish, ms);
  addEventListener('online', finish);
  addEventListener('mentorbot:back', finish);
});
document.addEventListener('visibilitychange', () => { if (!document.hidden) dispatchEvent(new Event('mentorbot:back')); });
