// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.debits.DebitReport;
import org.groundwork.debits.DebitReports;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.files.FileIntake;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.statements.BadFile;
import org.groundwork.statements.Defect;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Payments that banks send back: a file is brought, looked at, and taken. */
@Controller
class DebitReturnsController {
  private static final int SHOWN = 100;
  private static final String RETURNS = "dues/debits/returns";
  private final Transactions transactions;
  private final DebitDesk desk;
  private final DebitReports reports;

  DebitReturnsController(Transactions transactions, DebitDesk desk, DebitReports reports) {
    this.transactions = transactions;
    this.desk = desk;
    this.reports = reports;
  }

  @GetMapping("/l/{local}/dues/debits/returns")
  @Requires(Power.KEEP_MONEY)
  Answer blank(@RequestParam(defaultValue = "") String nothing) {
    Callers.everywhere(Power.KEEP_MONEY);
    return Answer.show(new BringReturnsPage(desk.fresh(), nothing.equals("yes"), new FormErrors()));
  }

  @PostMapping("/l/{local}/dues/debits/returns")
  @Requires(Power.KEEP_MONEY)
  Answer bring(@RequestParam(defaultValue = "") String once,
      @RequestParam(name = "files", required = false) MultipartFile @Nullable [] sent) throws IOException {
    Callers.everywhere(Power.KEEP_MONEY);
    UUID form = DebitDesk.id(once).orElseGet(() -> UUID.fromString(desk.fresh()));
    if (transactions.read(() -> reports.find(form)).isPresent()) {
      return Answer.goTo(DebitDesk.at(RETURNS + "/" + form));
    }
    var errors = new FormErrors();
    Optional<DebitReports.Incoming> incoming = read(sent, errors);
    if (incoming.isEmpty()) {
      return Answer.again(new BringReturnsPage(form.toString(), false, errors));
    }
    if (incoming.get().empty()) {
      return Answer.goTo(DebitDesk.at(RETURNS + "?nothing=yes"));
    }
    return transactions.write(() -> {
      reports.keep(form, incoming.get());
      return Answer.goTo(DebitDesk.at(RETURNS + "/" + form));
    });
  }

  private static Optional<DebitReports.Incoming> read(MultipartFile @Nullable [] sent, FormErrors errors)
      throws IOException {
    List<MultipartFile> files = FileIntake.chosen(sent);
    if (files.size() != 1 || files.getFirst().isEmpty()) {
      errors.refuse("files", files.isEmpty()
          ? "debits.returns.choose"
          : files.size() > 1 ? "debits.returns.one" : "debits.returns.empty");
      return Optional.empty();
    }
    if (files.getFirst().getSize() > DebitReports.MOST_BYTES) {
      errors.refuse("files", "debits.returns.large", DebitReports.MOST_BYTES >> 20);
      return Optional.empty();
    }
    try (InputStream in = files.getFirst().getInputStream()) {
      return Optional.of(DebitReports.read(in));
    } catch (BadFile bad) {
      Defect first = bad.defects().getFirst();
      errors.refuse("files", "debits.returns.bad", first.line(), first.column(), first.message());
      return Optional.empty();
    }
  }

  @GetMapping("/l/{local}/dues/debits/returns/{report}")
  @Requires(Power.SEE_MONEY)
  Answer look(@PathVariable UUID report, @RequestParam(defaultValue = "") String after) {
    Callers.everywhere(Power.SEE_MONEY);
    return transactions.write(() -> {
      DebitReport found = reports.find(report).orElseThrow(DebitDesk::notFound);
      desk.seen(Optional.empty());
      List<DebitReports.Judged> some = reports.judged(report,
          after.matches("[0-9]{1,6}") ? Integer.parseInt(after) : -1, SHOWN);
      var names = desk.names(some.stream().flatMap(each -> each.item().person().stream()).toList());
      return Answer.show(new ReturnsPage(found, reports.count(report),
          some.stream()
              .map(each -> new ReturnsPage.Row(each, DebitDesk.name(names, each.item().person())))
              .toList(),
          some.size() < SHOWN ? OptionalInt.empty() : OptionalInt.of(some.getLast().line().place()),
          DebitDesk.keeps()));
    });
  }

  @PostMapping("/l/{local}/dues/debits/returns/{report}/take")
  @Requires(Power.KEEP_MONEY)
  Answer take(@PathVariable UUID report) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      var _ = reports.find(report).orElseThrow(DebitDesk::notFound);
      return Answer.goTo(DebitDesk.at(reports.take(report).map(job -> "jobs/" + job).orElse(RETURNS + "/" + report)));
    });
  }

  @PostMapping("/l/{local}/dues/debits/returns/{report}/drop")
  @Requires(Power.KEEP_MONEY)
  Answer drop(@PathVariable UUID report) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      var _ = reports.find(report).orElseThrow(DebitDesk::notFound);
      reports.drop(report);
      return Answer.goTo(DebitDesk.at("dues/debits"));
    });
  }
}
