// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Languages;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.roll.RollExport;
import org.groundwork.roll.RollExports;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Sends the file of an export, once; it is made in memory and written nowhere. */
@Controller
class ExportFileController {
  private final Transactions transactions;
  private final RollExports exports;
  private final Languages languages;
  private final RequestLanguage language;
  private final Locals locals;
  private final Clock clock;

  ExportFileController(Transactions transactions, RollExports exports, Languages languages, RequestLanguage language,
      Locals locals, Clock clock) {
    this.transactions = transactions;
    this.exports = exports;
    this.languages = languages;
    this.language = language;
    this.locals = locals;
    this.clock = clock;
  }

  /** What is sent, put together in the transaction and sent after it. */
  private record Made(RollExports.Fetched fetched, LocalDate today) {}

  @PostMapping("/l/{local}/exports/{export}/file")
  @Requires(Power.EXPORT_ROLL)
  void file(@PathVariable UUID export, HttpServletRequest request, HttpServletResponse response) throws IOException {
    var reader = language.of(request);
    var made = transactions.write(() -> new Made(
        exports.fetch(export, (key, arguments) -> languages.text(reader, key, arguments)),
        LocalDate.now(clock.withZone(locals.profile().zone()))));
    switch (made.fetched()) {
      case RollExports.Fetched.File(byte[] bytes) -> Download.send(response, "list-" + made.today() + ".csv",
          "text/csv;charset=UTF-8", bytes);
      case RollExports.Fetched.No(RollExport.Refusal why) -> {
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/l/" + Callers.actor().handle() + "/exports/" + export + "?refused="
            + why.key());
      }
    }
  }
}
