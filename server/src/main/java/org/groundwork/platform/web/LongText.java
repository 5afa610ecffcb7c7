// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Gathers pieces of a long text and sends them as UTF-8. What kind of file it is is said once the first goes out: before that a
 * page may still be sent instead.
 */
final class LongText extends Writer {
  private static final int PIECE = 32_768;
  private final HttpServletResponse response;
  private final Runnable begin;
  private final StringBuilder piece = new StringBuilder(PIECE);
  private boolean begun;

  /** @param begin says in the headers what kind of file it is */
  LongText(HttpServletResponse response, Runnable begin) {
    this.response = response;
    this.begin = begin;
  }

  @Override
  public void write(char[] from, int at, int many) throws IOException {
    piece.append(from, at, many);
    sendFull();
  }

  @Override
  public void write(String from, int at, int many) throws IOException {
    piece.append(from, at, at + many);
    sendFull();
  }

  private void sendFull() throws IOException {
    if (piece.length() >= PIECE) {
      // half of a pair of surrogates waits for its other half
      boolean half = Character.isHighSurrogate(piece.charAt(piece.length() - 1));
      send(half ? piece.length() - 1 : piece.length());
    }
  }

  private void send(int end) throws IOException {
    if (!begun) {
      begin.run();
      begun = true;
    }
    response.getOutputStream().write(piece.substring(0, end).getBytes(StandardCharsets.UTF_8));
    piece.delete(0, end);
  }

  /** All was written: what is left goes out. */
  void whole() throws IOException { send(piece.length()); }

  /** Pieces go out when they are full. */
  @Override
  public void flush() {}

  /** What was not said to be whole stays unsent. */
  @Override
  public void close() {}
}
