// SPDX-License-Identifier: AGPL-3.0-or-later
// Takes a list along on a phone: asks the server for it, and seals it under a PIN before it is kept.
import { add, begin, possible } from './kept.js';

const SHORTEST = 8;
const take = document.getElementById('turf-take');

const start = () => {
  const problem = document.getElementById('turf-problem');
  const say = (what) => { problem.textContent = problem.dataset[what]; problem.hidden = false; };
  const pin = document.getElementById('turf-pin');
  const ready = () => {
    if (take.querySelector('[name=part]') && !take.querySelector('[name=part]:checked')) return say('none');
    if (pin.value.length < SHORTEST) return say('short');
    return pin.value === document.getElementById('turf-pin-again').value || say('unlike');
  };
  const bring = async () => {
    await navigator.serviceWorker.register('/sw.js');
    await navigator.serviceWorker.ready;
    const opened = await begin(pin.value);
    if (opened === 'wrong') return say('other');
    if (opened === 'gone') return say('gone');
    const answer = await fetch(take.action, { method: 'POST', body: new URLSearchParams(new FormData(take)) });
    if (!answer.ok || !(answer.headers.get('Content-Type') || '').startsWith('application/json')) return say('failed');
    await add(opened, await answer.json());
    return location.assign('/offline');
  };
  take.hidden = false;
  take.addEventListener('submit', async (event) => {
    event.preventDefault();
    problem.hidden = true;
    if (ready()) await bring().catch(() => say('failed'));
  });
};

if (take && possible()) start();
else if (take) document.getElementById('turf-off').hidden = false;
