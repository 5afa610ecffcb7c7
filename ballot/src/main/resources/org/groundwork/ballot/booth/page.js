// SPDX-License-Identifier: Apache-2.0
// The booth's page: an election and a credential in, a ballot and its tracker out.
'use strict';
(() => {
  const byId = (id) => document.getElementById(id);
  const languages = globalThis.BoothTexts;
  const booth = globalThis.GroundworkBooth.open();
  let language = navigator.language.toLowerCase().startsWith('es') ? 'es' : 'en';
  let election = null;
  let ballot = null;

  const say = (name, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, value), languages[language][name]);

  function speak() {
    document.documentElement.lang = language;
    document.title = say('title');
    byId('language').textContent = say('other');
    byId('language').lang = language === 'en' ? 'es' : 'en';
    for (const each of document.querySelectorAll('[data-text]')) {
      each.textContent = say(each.dataset.text);
    }
  }

  function element(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  /** What is to be done next is the one button in the signal's colour. */
  function next(id) {
    for (const each of ['read', 'make', 'download']) {
      byId(each).classList.toggle('button--quiet', each !== id);
    }
  }

  // ---- what went wrong

  function clearErrors() {
    for (const each of document.querySelectorAll('.error[id]')) {
      each.hidden = true;
      each.textContent = '';
    }
    for (const each of document.querySelectorAll('[aria-invalid]')) {
      each.removeAttribute('aria-invalid');
    }
  }

  function showError(id, text, field) {
    const error = byId(id);
    error.textContent = text;
    error.hidden = false;
    field?.setAttribute('aria-invalid', 'true');
    field?.focus();
  }

  function explained(e) {
    if (!(e instanceof globalThis.GroundworkBooth.Refused)) {
      return say('broken', e.message);
    }
    const where = e.where ? `: ${e.where}` : '';
    return say('detail', languages[language].reasons[e.reason] ?? e.message, e.reason, where);
  }

  // ---- the election

  async function given() {
    const [file] = byId('election-file').files;
    return file ? globalThis.GroundworkBooth.electionOf(file) : byId('election-text').value.trim();
  }

  byId('election-text').addEventListener('input', () => { byId('election-file').value = ''; });

  byId('election-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    clearErrors();
    forget();
    let text;
    try {
      text = await given();
    } catch (e) {
      const refused = e instanceof globalThis.GroundworkBooth.Refused;
      showError('election-error', refused ? explained(e) : say('unreadable'), byId('election-file'));
      return;
    }
    if (text.length === 0) {
      showError('election-error', say('nothing'), byId('election-text'));
      return;
    }
    try {
      election = await booth.read(text);
      showElection();
    } catch (e) {
      showError('election-error', explained(e), byId('election-text'));
    }
  });

  function forget() {
    election = null;
    ballot = null;
    byId('vote').hidden = true;
    byId('done').hidden = true;
    next('read');
  }

  function showElection() {
    byId('vote-heading').textContent = election.name;
    byId('vote-description').textContent = election.description;
    byId('fingerprint').textContent = election.fingerprint;
    showQuestions();
    byId('vote').hidden = false;
    next('make');
    byId('vote-heading').focus();
  }

  // ---- the questions

  function showQuestions() {
    byId('questions').replaceChildren(...election.questions.map((question, i) => {
      const hint = element('p', { className: 'hint', id: `hint-${i}`, textContent: hintOf(question) });
      const error = element('p', { className: 'error', id: `error-${i}`, hidden: true });
      error.setAttribute('role', 'alert');
      const set = element('fieldset', { id: `question-${i}`, tabIndex: -1 },
        element('legend', { textContent: question.text }), hint, error, ...choicesOf(question, i));
      set.setAttribute('aria-describedby', `hint-${i} error-${i}`);
      return set;
    }));
  }

  const single = ({ min, max }) => min === 1 && max === 1;

  function hintOf(question) {
    if (question.kind === 'ranking') {
      return say('rankHint');
    }
    const { min, max } = question;
    const asked = single(question) ? say('chooseOne') : min === max ? say('chooseExactly', min) : say('chooseBetween', min, max);
    return question.blank && !single(question) ? `${asked} ${say('blankHint')}` : asked;
  }

  function choicesOf(question, i) {
    if (question.kind === 'ranking') {
      return question.answers.map((answer, j) => rankField(question, answer, i, j));
    }
    const names = question.blank ? [say('blank'), ...question.answers] : question.answers;
    return names.map((name, j) => {
      const id = `choice-${i}-${j}`;
      const input = element('input', { type: single(question) ? 'radio' : 'checkbox', id, name: `question-${i}` });
      return element('div', { className: 'choice' }, input, element('label', { htmlFor: id, textContent: name }));
    });
  }

  function rankField({ answers }, answer, i, j) {
    const id = `choice-${i}-${j}`;
    const input = element('input', { type: 'text', inputMode: 'numeric', id, autocomplete: 'off' });
    input.maxLength = String(answers.length).length;
    return element('div', { className: 'rank' }, element('label', { htmlFor: id, textContent: answer }), input);
  }

  /** The numbers that the booth takes; null with a message beside the question if something is no number. */
  function votes() {
    const all = election.questions.map((question, i) => {
      const fields = [...byId(`question-${i}`).querySelectorAll('input')];
      if (question.kind === 'choices') {
        return fields.map((each) => Number(each.checked));
      }
      const most = question.answers.length;
      const wrong = fields.find(({ value }) => value.trim() !== '' && !(/^[1-9][0-9]*$/.test(value.trim()) && value <= most));
      if (wrong) {
        showError(`error-${i}`, say('rank', i + 1, most), wrong);
        return null;
      }
      return fields.map(({ value }) => Number(value));
    });
    return all.includes(null) ? null : all;
  }

  // ---- the ballot

  byId('vote-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    clearErrors();
    byId('done').hidden = true;
    next('make');
    const chosen = votes();
    if (!chosen || byId('make').disabled) {
      return;
    }
    const voted = election;
    byId('make').disabled = true;
    byId('working').textContent = say('working');
    try {
      const made = await booth.make(byId('credential').value.trim(), chosen);
      if (voted === election) {
        ballot = made;
        showBallot();
      }
    } catch (e) {
      if (voted === election) {
        refuse(e);
      }
    } finally {
      byId('make').disabled = false;
      byId('working').textContent = '';
    }
  });

  function refuse(e) {
    const question = /^question (\d+)$/.exec(e.where ?? '');
    if (e.reason === 'bad_credential') {
      showError('credential-error', explained(e), byId('credential'));
    } else if (question) {
      showError(`error-${question[1] - 1}`, explained(e), byId(`question-${question[1] - 1}`));
    } else {
      showError('vote-error', explained(e));
    }
  }

  function showBallot() {
    byId('tracker').textContent = ballot.tracker;
    byId('ballot').value = ballot.text;
    byId('copied').textContent = '';
    byId('credential').value = '';
    byId('done').hidden = false;
    next('download');
    byId('done-heading').focus();
  }

  byId('download').addEventListener('click', () => {
    const url = URL.createObjectURL(new Blob([ballot.text], { type: 'application/json' }));
    element('a', { href: url, download: `ballot-${election.uuid}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  });

  byId('copy').addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(ballot.text);
      byId('copied').textContent = say('copied');
    } catch {
      byId('copied').textContent = say('notCopied');
      byId('ballot').select();
    }
  });

  // ---- the language; what is typed stays, and hints of questions that are shown follow

  byId('language').addEventListener('click', () => {
    language = language === 'en' ? 'es' : 'en';
    speak();
    clearErrors();
    election?.questions.forEach((question, i) => {
      byId(`hint-${i}`).textContent = hintOf(question);
      if (question.blank) {
        document.querySelector(`label[for="choice-${i}-0"]`).textContent = say('blank');
      }
    });
  });

  speak();
})();
