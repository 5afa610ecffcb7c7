// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.files.FormFiles;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.OnceOnly;
import org.groundwork.treasury.Papers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One entry and its papers. */
@Controller
class EntryController {
  private static final Map<String, String> DONE = Map.of("entered", "treasury.done.entered", "reversed",
      "treasury.done.reversed", "paper", "treasury.done.paper");
  private final Transactions transactions;
  private final TreasuryDesk desk;
  private final EntryDesk entries;
  private final Papers papers;
  private final FormFiles uploads;
  private final OnceOnly once;

  EntryController(Transactions transactions, TreasuryDesk desk, EntryDesk entries, Papers papers, FormFiles uploads,
      OnceOnly once) {
    this.transactions = transactions;
    this.desk = desk;
    this.entries = entries;
    this.papers = papers;
    this.uploads = uploads;
    this.once = once;
  }

  @GetMapping("/l/{local}/treasury/entries/{id}")
  @Requires(Power.TAKE_PART)
  Answer look(@PathVariable UUID id, @RequestParam(defaultValue = "") String done) {
    return transactions.read(() -> desk.open(book -> Answer.show(entries.page(book, entries.seen(id),
        DONE.getOrDefault(done, ""), FormErrors.none()))));
  }

  @PostMapping("/l/{local}/treasury/entries/{id}/papers")
  @Requires(Power.KEEP_MONEY)
  Answer attach(@PathVariable UUID id, @RequestParam(required = false) MultipartFile @Nullable [] files,
      @RequestParam(name = "once", defaultValue = "") String typed) throws IOException {
    Callers.everywhere(Power.KEEP_MONEY);
    transactions.read(() -> entries.seen(id)); // a stranger's files are not even looked at
    UUID form = Typed.id(typed).orElseThrow(TreasuryDesk::notFound);
    var errors = new FormErrors();
    var sent = uploads.keep(files, file -> papers.keep(form, file));
    sent.refuse(errors);
    if (sent.chosen() == 0) {
      errors.refuse("files", "treasury.papers.choose");
    }
    return transactions.write(() -> desk.open(book -> {
      var entry = entries.seen(id);
      if (!once.first(form, "entry-paper")) {
        papers.drop(form);
      } else if (!papers.handOver(form, id)) {
        FormFiles.tooMany(errors);
      }
      return errors.any()
          ? Answer.again(entries.page(book, entry, "", errors))
          : Answer.goTo(TreasuryDesk.at("/entries/" + id + "?done=paper#papers"));
    }));
  }

  /** A paper and what is in it. */
  private record Look(FileStore.Kept file, byte[] content) {
    static final Map<String, String> ENDINGS = Map.of("image/jpeg", "picture.jpg", "image/png", "picture.png");

    Answer answer() {
      return Answer.file(content, file.mediaType(), ENDINGS.getOrDefault(file.mediaType(), "letter.pdf"));
    }
  }

  @GetMapping("/l/{local}/treasury/entries/{id}/papers/{file}")
  @Requires(Power.SEE_MONEY)
  Answer paper(@PathVariable UUID id, @PathVariable UUID file) {
    Callers.everywhere(Power.SEE_MONEY);
    return transactions.write(() -> {
      entries.seen(id);
      return papers.look(id, file)
          .map(kept -> new Look(kept, papers.content(id, file)))
          .orElseThrow(TreasuryDesk::notFound)
          .answer();
    });
  }
}
