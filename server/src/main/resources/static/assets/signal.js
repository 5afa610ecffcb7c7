// SPDX-License-Identifier: AGPL-3.0-or-later
// A form that is sent without a signal would end on the browser's own page, and what was typed with it. It stays instead,
// with a sentence, until there is a signal. Without this script everything works as it does with one.
'use strict';
(() => {
  const notice = document.getElementById('no-signal');
  if (!notice) return;
  document.addEventListener('submit', (event) => {
    if (navigator.onLine || event.target.hasAttribute('data-offline')) return;
    event.preventDefault();
    notice.hidden = false;
  }, true);
  window.addEventListener('online', () => { notice.hidden = true; });
})();
