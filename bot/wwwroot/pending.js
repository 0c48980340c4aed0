// The bubble of something that is on its way.
export function pendingBubble(list, key, text) {
  const entry = document.createElement('li');
  entry.className = 'entry mine pending';
  entry.dataset.pending = key;
  const bubble = document.createElement('div');
  bubble.className = 'bubble';
  const typed = document.createElement('p');
  typed.className = 'typed';
  typed.textContent = text;
  const mark = document.createElement('p');
  mark.className = 'mark';
  bubble.append(typed);
  entry.append(bubble, mark);
  list.append(entry);
  return {
    element: entry,
    remove: () => entry.remove(),
    say: sentence => { entry.classList.remove('refused'); mark.textContent = sentence; },
    progress: fraction => {
      let bar = entry.querySelector('progress');
      if (!bar) { bar = document.createElement('progress'); bar.max = 1; bar.setAttribute('aria-label', text); bubble.append(bar); }
      bar.value = fraction;
    },
    refuse: (words, retry, discard) => {
      entry.classList.add('refused');
      mark.textContent = `${words.refused} `;
      for (const [label, act] of [[words.retry, retry], [words.discard, discard]]) {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'quiet';
        button.textContent = label;
        button.addEventListener('click', act);
        mark.append(button, ' ');
      }
    },
  };
}
