// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns whatever encoding a file has into UTF-8 bytes: by its byte order mark, or else as the mapping says. */
final class Utf8 {
  private Utf8() {}

  static InputStream of(InputStream raw, Charset declared) throws IOException {
    var in = new PushbackInputStream(raw, 3);
    byte[] mark = in.readNBytes(3);
    if (mark.length == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF) {
      return in;
    }
    boolean big = mark.length >= 2 && mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF;
    boolean little = mark.length >= 2 && mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE;
    if (big || little) {
      in.unread(mark, 2, mark.length - 2);
      return new Recoded(in, big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }
    in.unread(mark);
    return declared.equals(StandardCharsets.UTF_8) ? in : new Recoded(in, declared);
  }

  /** Characters of another encoding as UTF-8 bytes, a few thousand at a time. */
  private static final class Recoded extends InputStream {
    private final Reader reader;
    private final char[] chars = new char[8192];
    private byte[] bytes = new byte[0];
    private int at;
    private int left;

    Recoded(InputStream in, Charset charset) {
      reader = new InputStreamReader(in, charset.newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    @Override
    public int read() throws IOException { return ready() ? bytes[at++] & 0xFF : -1; }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      if (!ready()) {
        return -1;
      }
      int n = Math.min(most, bytes.length - at);
      System.arraycopy(bytes, at, into, from, n);
      at += n;
      return n;
    }

    private boolean ready() throws IOException {
      while (at == bytes.length) {
        int n = reader.read(chars, left, chars.length - left);
        if (n < 0) {
          return false;
        }
        recode(left + n);
      }
      return true;
    }

    private void recode(int count) {
      // A pair of surrogates is not cut in two.
      left = Character.isHighSurrogate(chars[count - 1]) ? 1 : 0;
      bytes = new String(chars, 0, count - left).getBytes(StandardCharsets.UTF_8);
      at = 0;
      chars[0] = chars[count - 1];
    }

    @Override
    public void close() throws IOException { reader.close(); }
  }
}
