// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import java.util.List;
import java.util.function.Function;
import org.groundwork.linkage.internal.read.Reading;

/** Reads the files of a register. */
public final class Register {
  /** Takes what is read. Called from one thread, in the order of files and rows. */
  public interface Sink {
    /**
     * A site. One site may come in several rows that differ; {@link Site#merge} says what counts then. A register of
     * one table is handed over as it is read; of joined tables, when all files are read.
     */
    void site(Site site);

    /** A row that was not used. */
    void refused(RefusedRow row);

    /** So many rows were read so far; called now and then. */
    default void progress(long rows) {}
  }

  private Register() {}

  /**
   * Reads all files; a file or row that cannot be used is handed to {@link Sink#refused} and the rest is read on.
   * Memory stays bounded by a few megabytes, and for joined tables by their rows.
   */
  public static void read(Mapping mapping, List<Source> sources, Sink sink) {
    new Reading<>(mapping.layout(), Function.<Site>identity(), new Reading.Out<Site>() {
      @Override
      public void site(Site site) { sink.site(site); }

      @Override
      public void refused(RefusedRow row) { sink.refused(row); }

      @Override
      public void progress(long rows) { sink.progress(rows); }
    }).read(sources);
  }
}
