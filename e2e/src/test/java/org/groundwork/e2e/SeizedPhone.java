// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.e2e;

import com.microsoft.playwright.Page;

/** A phone in other hands. */
final class SeizedPhone {
  private SeizedPhone() {}

  /** Everything the browser keeps, as somebody would find it who takes the phone apart. */
  static String keeps(Page page) { return (String) page.evaluate("""
        async () => {
          const seen = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
          const bytes = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value)
            ? 'sealed:' + new TextDecoder('latin1').decode(value) : value;
          for (const known of await indexedDB.databases()) {
            const db = await new Promise((done) => { const o = indexedDB.open(known.name); o.onsuccess = () => done(o.result); });
            for (const name of db.objectStoreNames) {
              const all = await new Promise((done) => {
                const asked = db.transaction(name).objectStore(name).getAll(); asked.onsuccess = () => done(asked.result); });
              seen.push(JSON.stringify(all, (key, value) => bytes(value)));
            }
            db.close();
          }
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) seen.push(await (await cache.match(request)).text());
          }
          return seen.join('\\n');
        }"""); }
}
