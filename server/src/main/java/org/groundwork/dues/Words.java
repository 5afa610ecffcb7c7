// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Locale;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.Languages;

/** What entries say in the local's language. Never who paid: every member reads the books. */
record Words(Languages languages, Locals locals) {
  String say(String key, Object... arguments) {
    Locale language = locals.profile().language();
    var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language);
    return languages.text(language, key,
        Arrays.stream(arguments).map(each -> each instanceof LocalDate date ? date.format(day) : each).toArray());
  }
}
