// SPDX-License-Identifier: AGPL-3.0-or-later
// Hands a prepared text to the phone's own share sheet, for whoever writes by another way than a text message. Where the
// browser has none, and without this script, its buttons are not shown and everything else works as before.
'use strict';
(() => {
  if (!navigator.share) return;
  document.documentElement.classList.add('can-share');
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-share]');
    if (button) navigator.share({ text: button.dataset.share }).catch(() => {}); // closed again: nothing was sent
  });
})();
