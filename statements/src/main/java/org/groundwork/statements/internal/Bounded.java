// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends in an error behind the most bytes a file may have. */
public final class Bounded extends FilterInputStream {
  /** The most bytes a file may have that is read as it comes: 2 GiB. */
  public static final long MOST_STREAMED = 1L << 31;
  /** The most bytes a file may have that is read whole: 256 MiB. */
  public static final int MOST_WHOLE = 1 << 28;
  private long left = MOST_STREAMED;

  /** Bounds a stream. */
  public Bounded(InputStream in) { super(in); }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] to, int at, int length) throws IOException {
    int read = super.read(to, at, length);
    count(Math.max(0, read));
    return read;
  }

  @Override
  public boolean markSupported() { return false; }

  private void count(int bytes) throws IOException {
    left -= bytes;
    if (left < 0) {
      throw new TooLong();
    }
  }

  /** Says that a file is too long. */
  public static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says so. */
    public TooLong() { super("the file is longer than can be read here"); }
  }
}
