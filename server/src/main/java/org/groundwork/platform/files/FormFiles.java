// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.groundwork.platform.files.FileIntake.Taken;
import org.groundwork.platform.files.FileStore.Keeping;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * The files of a form: each is looked at outside a transaction and then waits with the form, whatever becomes of it. Few
 * at once in the whole product, because each lies whole in memory meanwhile; the others queue, and after some seconds are
 * asked to come again.
 */
public final class FormFiles {
  private static final String FIELD = "files";
  private static final int AT_ONCE = 2;
  private final FileIntake intake;
  private final Transactions transactions;
  private final Semaphore places;
  private final Duration patience;

  FormFiles(FileIntake intake, Transactions transactions) {
    this(intake, transactions, new Semaphore(AT_ONCE, true), Duration.ofSeconds(10));
  }

  FormFiles(FileIntake intake, Transactions transactions, Semaphore places, Duration patience) {
    this.places = places;
    this.patience = patience;
    this.intake = intake;
    this.transactions = transactions;
  }

  /**
   * What became of the files.
   *
   * @param chosen how many were sent
   * @param refused those that were not taken
   * @param tooMany more than a thing may have; what was too much is not kept
   * @param noRoom the local has no room for more
   */
  public record Sent(int chosen, List<Taken.Refused> refused, boolean tooMany, boolean noRoom) {
    public Sent { refused = List.copyOf(refused); }

    /** What became of no files. */
    public static Sent nothing() { return new Sent(0, List.of(), false, false); }

    /** Says beside the field {@code files} what was not taken. */
    public void refuse(FormErrors errors) {
      if (refused.size() == 1) {
        errors.refuse(FIELD, refused.getFirst().reason().messageKey(), refused.getFirst().name());
      } else if (!refused.isEmpty()) {
        errors.refuse(FIELD, "files.refused.several",
            refused.stream().map(Taken.Refused::name).collect(Collectors.joining(", ")));
      }
      if (tooMany) {
        FormFiles.tooMany(errors);
      }
      if (noRoom) {
        errors.refuse(FIELD, "files.refused.no-room");
      }
    }
  }

  /**
   * Keeps what was sent with a form; of more than a thing may have, none is looked at.
   *
   * @param keeping lets a file wait with the form; called in a writing transaction of its own
   */
  public Sent keep(MultipartFile @Nullable [] files, Function<SafeFile, Keeping> keeping) throws IOException {
    var chosen = FileIntake.chosen(files);
    if (chosen.size() > FileStore.MOST_FILES) {
      return new Sent(chosen.size(), List.of(), true, false);
    }
    var refused = new ArrayList<Taken.Refused>();
    var kept = new ArrayList<Keeping>();
    for (MultipartFile file : chosen) {
      switch (taken(file)) {
        case Taken.Refused no -> refused.add(no);
        case Taken.Safe(var safe) -> kept.add(transactions.write(() -> keeping.apply(safe)));
      }
    }
    return new Sent(chosen.size(), refused, kept.stream().anyMatch(Keeping.TooMany.class::isInstance),
        kept.stream().anyMatch(Keeping.NoRoom.class::isInstance));
  }

  /** Waits for a place, but not for ever: whoever holds one may be slow on purpose. */
  private Taken taken(MultipartFile file) throws IOException {
    if (!placed()) {
      return intake.busy(file);
    }
    try {
      return intake.take(file);
    } finally {
      places.release();
    }
  }

  private boolean placed() {
    try {
      return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Says beside the field {@code files} that there is no room for more. */
  public static void tooMany(FormErrors errors) {
    errors.refuse(FIELD, "files.refused.too-many", FileStore.MOST_FILES);
  }
}
