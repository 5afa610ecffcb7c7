// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.paper;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Makes PDFs of what templates wrote. Bounded in text, pages, time and how many at once; called outside a transaction,
 * which would rest meanwhile. Nothing is ever loaded for it but the faces that come with the product and pictures that
 * stand in the page itself.
 */
public final class Paper implements AutoCloseable {
  /** How a picture that stands in the page itself begins. */
  static final String IMAGE = "data:image/png;base64,";
  /** The most characters of one paper, markup and all. */
  static final int MOST_TEXT = 1_500_000;
  /** The most pages. */
  public static final int MOST_PAGES = 150;
  private static final int AT_ONCE = 2;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE,
      Thread.ofPlatform().daemon().name("paper-", 0).factory());
  private final Semaphore room = new Semaphore(AT_ONCE);

  private final Duration longest;

  Paper() { this(LONGEST); }

  Paper(Duration longest) { this.longest = longest; }

  /** What became of it. */
  public sealed interface Made {
    /** A PDF; not changed afterwards. */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
    record Pdf(byte[] bytes) implements Made {}

    /** It has too much text or too many pages. */
    record TooLong() implements Made {}

    /** Others are being made, or it took too long. */
    record Busy() implements Made {}
  }

  /**
   * Puts a template's output on paper.
   *
   * @param body well-formed markup without a head; what is not allowed in a file of this kind is left out
   * @param language of the text, for the reader's machine
   */
  public Made of(String body, Locale language, PaperSize size) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("paper is made outside a transaction, which would rest meanwhile");
    }
    return body.length() > MOST_TEXT ? new Made.TooLong() : drawn(new Sheets(body, language, size));
  }

  private Made drawn(Sheets sheets) {
    try {
      if (!room.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Made.Busy();
      }
      var work = workers.submit(() -> {
        try {
          return sheets.pdf();
        } finally {
          room.release(); // also of work that nobody waits for any more
        }
      });
      try {
        Optional<byte[]> bytes = work.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        return bytes.<Made>map(Made.Pdf::new).orElseGet(Made.TooLong::new);
      } catch (TimeoutException e) {
        work.cancel(true);
        return new Made.Busy();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a paper could not be made", e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Made.Busy();
    }
  }

  @Override
  public void close() { workers.shutdownNow(); }
}
