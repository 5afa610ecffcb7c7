// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.linkage.BadMapping;
import org.groundwork.linkage.Mapping;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.SignedInRoute;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.Texts;
import org.groundwork.target.LoadedRegisters;
import org.groundwork.target.RegisterStart;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Loads public registers for everybody on the installation. Never an employer's or a landlord's own list. */
@Controller
class RegistersController {
  private static final int LONGEST_MAPPING = 100_000;
  private static final int LONGEST_NAME = 120;
  private static final int ROWS = 100;
  private final Transactions transactions;
  private final LoadedRegisters registers;
  private final RegisterIntake intake;
  private final RefusedRows refusedRows;
  private final RegisterStart start;
  private final Texts texts;
  private final Ids ids;
  private final Clock clock;

  RegistersController(Transactions transactions, LoadedRegisters registers, RegisterIntake intake,
      RefusedRows refusedRows,
      RegisterStart start, Texts texts, Ids ids, Clock clock) {
    this.transactions = transactions;
    this.registers = registers;
    this.intake = intake;
    this.refusedRows = refusedRows;
    this.start = start;
    this.texts = texts;
    this.ids = ids;
    this.clock = clock;
  }

  @GetMapping("/installation/registers")
  @SignedInRoute(ofInstallation = true)
  Answer list() {
    return Answer.show(page(RegisterForm.blank(ids.random(), Mapping.BUILT_IN.getFirst()), FormErrors.none()));
  }

  @GetMapping("/installation/registers/{register}")
  @SignedInRoute(ofInstallation = true)
  Answer register(@PathVariable UUID register, @RequestParam(defaultValue = "") String file,
      @RequestParam(defaultValue = "") String line) {
    return transactions.read(() -> {
      var loaded = registers.byId(register).orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
      long from = line.matches("\\d{1,18}") ? Long.parseLong(line) : -1;
      var rows = registers.refused(register, file, from, ROWS + 1);
      boolean more = rows.size() > ROWS;
      var shown = more ? rows.subList(0, ROWS) : rows;
      return Answer.show(new RegisterPage(loaded, loaded.on().atZone(clock.getZone()).toLocalDate(), shown, more
          ? Optional.of("?file=" + java.net.URLEncoder.encode(shown.getLast().file(), StandardCharsets.UTF_8) + "&line="
              + shown.getLast().line())
          : Optional.empty()));
    });
  }

  @GetMapping("/installation/registers/{register}/refused")
  @SignedInRoute(ofInstallation = true)
  Answer refused(@PathVariable UUID register, HttpServletRequest request) {
    return transactions.read(() -> {
      var loaded = registers.byId(register).orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
      return Answer.file(refusedRows.file(loaded.id(), texts.of(request)), "text/csv;charset=UTF-8",
          "rows-not-used.csv");
    });
  }

  @PostMapping("/installation/registers")
  @SignedInRoute(ofInstallation = true)
  Answer load(@ModelAttribute RegisterForm typed, @RequestParam(required = false) MultipartFile[] files,
      @RequestParam(required = false) MultipartFile mappingFile) throws IOException {
    UUID once = once(typed);
    var before = start.started(once);
    if (before.isPresent()) {
      return job(before.get());
    }
    var errors = new FormErrors();
    String called = errors.required("name", typed.name(), LONGEST_NAME);
    String brief = errors.required("code", typed.code(), 20);
    if (!brief.isEmpty() && !brief.matches("[a-z0-9]{2,20}")) {
      errors.refuse("code", "registers.code.form");
    }
    RegisterForm form = typed.with(once, mappingText(typed, mappingFile, errors));
    Optional<String> own = ownMapping(form, brief, errors);
    var chosen = intake.chosen(once, files, errors);
    if (!form.saysPublic()) {
      errors.refuse("isPublic", "registers.public.needed");
    }
    if (errors.any()) {
      var meanwhile = start.startedByNow(once);
      if (meanwhile.isPresent()) {
        return job(meanwhile.get());
      }
      intake.keepWaiting(once, chosen, errors);
      return Answer.again(page(form, errors));
    }
    var load = new RegisterStart.Load(brief, called, own.isPresent() ? "mapping" : String.valueOf(form.mapping()), own);
    var job = start.start(once, load, intake.keep(chosen));
    if (job.isEmpty()) {
      errors.refuse("files", "registers.files.choose", RegisterIntake.MOST_FILES);
      return Answer.again(page(form, errors));
    }
    return job(job.get());
  }

  /** The form's own identity, so that sending it twice loads once; one that lost it counts as new. */
  private UUID once(RegisterForm typed) {
    String text = typed.once() == null ? "" : typed.once();
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(text) : ids.random();
  }

  private static Answer job(UUID job) { return Answer.goTo("/installation/jobs/" + job); }

  /** What was typed, or what a file holds that was chosen. */
  private static String mappingText(RegisterForm typed, @org.jspecify.annotations.Nullable MultipartFile file,
      FormErrors errors) throws IOException {
    String text = typed.mappingText() == null ? "" : typed.mappingText();
    if (file != null && !file.isEmpty()) {
      if (file.getSize() > LONGEST_MAPPING) {
        errors.refuse("mappingText", "registers.mapping.long", LONGEST_MAPPING);
        return text;
      }
      try {
        text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.getBytes())).toString();
      } catch (CharacterCodingException e) {
        errors.refuse("mappingText", "registers.mapping.no-text");
      }
    }
    if (text.length() > LONGEST_MAPPING) {
      errors.refuse("mappingText", "registers.mapping.long", LONGEST_MAPPING);
    }
    return text;
  }

  /** The mapping to keep with the register; a mistake in it is told with its line. */
  private Optional<String> ownMapping(RegisterForm form, String code, FormErrors errors) {
    String chosen = form.mapping() == null ? "" : form.mapping();
    if (chosen.equals(RegisterForm.KEPT)) {
      var kept = transactions.read(() -> registers.ownMapping(code));
      if (kept.isEmpty()) {
        errors.refuse("mapping", "registers.mapping.none-kept");
      }
      return kept;
    }
    if (!chosen.equals(RegisterForm.OWN)) {
      if (!Mapping.BUILT_IN.contains(chosen)) {
        errors.refuse("mapping", "registers.mapping.choose");
      }
      return Optional.empty();
    }
    String text = form.mappingText() == null ? "" : form.mappingText();
    if (text.isBlank()) {
      errors.refuse("mappingText", "registers.mapping.missing");
    } else {
      check(text, errors);
    }
    return Optional.of(text);
  }

  private static void check(String text, FormErrors errors) {
    try {
      if (Mapping.ofText("mapping", text).name().length() > LONGEST_NAME) {
        errors.refuse("mappingText", "form.too-long", LONGEST_NAME);
      }
    } catch (BadMapping e) {
      var reason = new FormErrors.Refusal("mappingText", "register.reason." + e.reason().key(),
          e.reason().arguments().stream().<Object>map(Typed::shortened).toList());
      errors.refuse("mappingText", e.line() == 0 ? "registers.mapping.mistake" : "registers.mapping.mistake.line",
          reason,
          e.line());
    }
  }

  private RegistersPage page(RegisterForm form, FormErrors errors) {
    var loaded = transactions.read(registers::all);
    var mappings = new ArrayList<>(Mapping.BUILT_IN);
    mappings.add(RegisterForm.OWN);
    if (loaded.stream().anyMatch(register -> register.ownMapping().isPresent())) {
      mappings.add(RegisterForm.KEPT);
    }
    return new RegistersPage(loaded, mappings, form, intake.waiting(once(form)), errors);
  }
}
