// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.read;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.groundwork.linkage.Message;
import org.groundwork.linkage.RefusedRow;
import org.groundwork.linkage.Site;
import org.groundwork.linkage.Source;

/**
 * Reads all files of a register: one thread cuts rows and takes results in order, others make sites of the rows.
 *
 * @param <T> what a site is turned into by the workers
 */
public final class Reading<T> {
  private static final int WORKERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
  private static final int AHEAD = 4 * WORKERS;

  /** Takes what is read, in order. */
  public interface Out<T> {
    /** A site, as the workers made it. */
    void site(T site);

    /** A row that was not used. */
    void refused(RefusedRow row);

    /** Rows read so far. */
    void progress(long rows);
  }

  private final Layout layout;
  private final Function<Site, T> make;
  private final Out<T> out;
  private final SeenRows seen = new SeenRows();
  private final Joiner joiner = new Joiner();
  private List<Source> sources = List.of();
  private int file;
  private long rows;

  /** A reading that hands each site through {@code make}, on several threads. */
  public Reading(Layout layout, Function<Site, T> make, Out<T> out) {
    this.layout = layout;
    this.make = make;
    this.out = out;
  }

  /** Reads them all. */
  public void read(List<Source> all) {
    sources = List.copyOf(all);
    try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS, Reading::daemon)) {
      for (file = 0; file < sources.size(); file++) {
        readFile(workers);
      }
    }
    joiner.finish(this);
    out.progress(rows);
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "register-rows");
    thread.setDaemon(true);
    return thread;
  }

  private void readFile(ExecutorService workers) {
    try (InputStream in = Utf8.of(sources.get(file).opener().open(), layout.encoding())) {
      var splitter = new Splitter(in, layout.separator());
      Optional<Chunk> first = splitter.next();
      if (first.isEmpty()) {
        refusedFile(1, Message.of("file.empty"));
        return;
      }
      Header.Found header = Header.find(layout, first.get());
      if (header.refusal().isPresent()) {
        refusedFile(1, header.refusal().get());
      } else {
        header.table().ifPresent(table -> readRows(workers, splitter, first.get(), table));
      }
    } catch (NoSuchFileException | FileNotFoundException e) {
      refusedFile(0, Message.of("file.none"));
    } catch (IOException e) {
      refusedFile(0, trouble(e));
    }
  }

  private static Message trouble(IOException e) {
    return e instanceof CharacterCodingException
        ? Message.of("file.encoding")
        : Message.of("file.unreadable", String.valueOf(e.getMessage()));
  }

  private void refusedFile(long line, Message reason) {
    refused(new RefusedRow(sources.get(file).name(), line, 1, reason));
  }

  private void readRows(ExecutorService workers, Splitter splitter, Chunk first, BoundTable table) {
    var ahead = new ArrayDeque<Future<List<Item<T>>>>();
    var job = new ChunkJob<>(layout, table, make);
    ahead.add(workers.submit(() -> job.items(first, 1)));
    try {
      for (Optional<Chunk> next = splitter.next(); next.isPresent(); next = splitter.next()) {
        Chunk chunk = next.get();
        ahead.add(workers.submit(() -> job.items(chunk, 0)));
        if (ahead.size() >= AHEAD) {
          take(ahead.remove());
        }
      }
    } catch (IOException e) {
      while (!ahead.isEmpty()) {
        take(ahead.remove());
      }
      refusedFile(0, trouble(e));
    }
    while (!ahead.isEmpty()) {
      take(ahead.remove());
    }
  }

  private void take(Future<List<Item<T>>> future) {
    for (Item<T> item : await(future)) {
      rows++;
      if (rows > Limits.ROWS) {
        refusedRow(item, 1, Message.of("row.count", Integer.toString(Limits.ROWS)));
      } else {
        take(item);
      }
    }
    out.progress(rows);
  }

  private void take(Item<T> item) {
    switch (item) {
      case Item.Whole<T> whole -> {
        if (isNew(item, whole.hash())) {
          out.site(whole.site());
        }
      }
      case Item.Half<T> half -> {
        if (isNew(item, half.hash())) {
          joiner.site(half);
        }
      }
      case Item.Parties<T> parties -> {
        if (isNew(item, parties.hash())) {
          joiner.parties(sources.get(file).name(), parties);
        }
      }
      case Item.Refused<T> refused -> refusedRow(item, refused.column(), refused.reason());
    }
  }

  private boolean isNew(Item<T> item, long hash) {
    long before = seen.put(hash, ((long) file << 40) | item.line());
    if (before < 0) {
      return true;
    }
    String line = Long.toString(before & ((1L << 40) - 1));
    refusedRow(item, 1, Message.of("row.duplicate", sources.get((int) (before >> 40)).name(), line));
    return false;
  }

  private void refusedRow(Item<T> item, int column, Message reason) {
    refused(new RefusedRow(sources.get(file).name(), item.line(), column, reason));
  }

  void whole(Site site) { out.site(make.apply(site)); }

  void refused(RefusedRow row) { out.refused(row); }

  private static <R> R await(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.util.concurrent.CancellationException("interrupted while reading a register");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
