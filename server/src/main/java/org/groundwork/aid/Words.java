// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.Languages;

/** What entries say in the local's language. Never who got something: every member reads the books. */
record Words(Languages languages, Locals locals) {
  String say(String key) { return languages.text(locals.profile().language(), key); }
}
