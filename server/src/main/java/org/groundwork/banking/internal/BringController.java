// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.banking.BankAccount;
import org.groundwork.banking.CsvMappings;
import org.groundwork.banking.Reading;
import org.groundwork.banking.StatementImport;
import org.groundwork.banking.StatementImports;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.files.FileIntake;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.statements.CsvMapping;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Files of banks: sent, looked at, taken or dropped. */
@Controller
class BringController {
  private final Transactions transactions;
  private final BankDesk desk;
  private final StatementImports imports;
  private final CsvMappings mappings;

  BringController(Transactions transactions, BankDesk desk, StatementImports imports, CsvMappings mappings) {
    this.transactions = transactions;
    this.desk = desk;
    this.imports = imports;
    this.mappings = mappings;
  }

  @GetMapping("/l/{local}/bank/accounts/{id}/bring")
  @Requires(Power.KEEP_MONEY)
  Answer blank(@PathVariable UUID id, @RequestParam(defaultValue = Reading.TOLD) String reading) {
    return transactions.read(() -> {
      BankAccount account = desk.account(id, Power.KEEP_MONEY);
      return Answer.show(page(account, desk.fresh(), reading, FormErrors.none()));
    });
  }

  private BringPage page(BankAccount account, UUID once, String reading, FormErrors errors) {
    return new BringPage(account, once, reading, mappings.all(), errors);
  }

  @PostMapping("/l/{local}/bank/accounts/{id}/bring")
  @Requires(Power.KEEP_MONEY)
  Answer bring(@PathVariable UUID id, @RequestParam(defaultValue = "") String once,
      @RequestParam(defaultValue = Reading.TOLD) String reading,
      @RequestParam(name = "files", required = false) MultipartFile @Nullable [] sent) throws IOException {
    BankAccount account = transactions.read(() -> desk.account(id, Power.KEEP_MONEY));
    UUID form = BankDesk.id(once).orElseGet(desk::fresh);
    Optional<StatementImport> before = transactions.read(() -> imports.find(form));
    if (before.isPresent()) {
      return job(before.get());
    }
    var errors = new FormErrors();
    if (!transactions.read(() -> known(reading))) {
      errors.refuse("reading", "bank.reading.choose");
    }
    Optional<MultipartFile> file = file(sent, errors);
    if (errors.any() || file.isEmpty()) {
      return transactions.read(() -> Answer.again(page(account, form, reading, errors)));
    }
    UUID imported = imports.start(new StatementImports.Incoming(form, id, reading, name(file.get()), hash(file.get()),
        file.get()::getInputStream));
    return job(transactions.read(() -> imports.find(imported).orElseThrow()));
  }

  private static Answer job(StatementImport imported) {
    return Answer.goTo(imported.state() == StatementImport.State.LOOKING && imported.job().isPresent()
        ? BankDesk.at("jobs/" + imported.job().get())
        : BankDesk.at("bank/files/" + imported.id()));
  }

  private boolean known(String reading) {
    return reading.equals(Reading.TOLD) || CsvMapping.PRESETS.contains(reading)
        || mappings.all().stream().anyMatch(each -> each.id().toString().equals(reading));
  }

  private static Optional<MultipartFile> file(MultipartFile @Nullable [] sent, FormErrors errors) {
    var files = FileIntake.chosen(sent);
    if (files.size() != 1 || files.getFirst().isEmpty()) {
      errors.refuse("files",
          files.isEmpty() ? "bank.file.choose" : files.size() > 1 ? "bank.file.one" : "bank.file.empty");
      return Optional.empty();
    }
    if (files.getFirst().getSize() > StatementImports.MOST_BYTES) {
      errors.refuse("files", "bank.file.large", StatementImports.MOST_BYTES >> 20);
      return Optional.empty();
    }
    return Optional.of(files.getFirst());
  }

  private static String name(MultipartFile file) {
    return FileIntake.shortened(Objects.requireNonNullElse(file.getOriginalFilename(), ""));
  }

  private static byte[] hash(MultipartFile file) throws IOException {
    try (InputStream in = new DigestInputStream(file.getInputStream(), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return ((DigestInputStream) in).getMessageDigest().digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @GetMapping("/l/{local}/bank/files/{id}")
  @Requires(Power.SEE_MONEY)
  Answer look(@PathVariable UUID id) {
    return transactions.read(() -> {
      StatementImport file = file(id, Power.SEE_MONEY);
      boolean again = file.state() == StatementImport.State.READY && imports.takenBefore(file);
      return Answer.show(new FilePage(desk.account(file.account(), Power.SEE_MONEY), file, again, BankDesk.keeps()));
    });
  }

  private StatementImport file(UUID id, Power power) {
    Callers.everywhere(power);
    return imports.find(id).orElseThrow(BankDesk::notFound);
  }

  @PostMapping("/l/{local}/bank/files/{id}/take")
  @Requires(Power.KEEP_MONEY)
  Answer take(@PathVariable UUID id) {
    return transactions.write(() -> {
      file(id, Power.KEEP_MONEY);
      imports.take(id);
      StatementImport now = file(id, Power.KEEP_MONEY);
      return Answer.goTo(now.state() == StatementImport.State.TAKING && now.job().isPresent()
          ? BankDesk.at("jobs/" + now.job().get())
          : BankDesk.at("bank/files/" + id));
    });
  }

  @PostMapping("/l/{local}/bank/files/{id}/drop")
  @Requires(Power.KEEP_MONEY)
  Answer drop(@PathVariable UUID id) {
    return transactions.write(() -> {
      StatementImport file = file(id, Power.KEEP_MONEY);
      imports.drop(id);
      return Answer.goTo(BankDesk.at("bank/accounts/" + file.account() + "?done=dropped"));
    });
  }
}
